import { assert, constantFrom, jsonValue, oneof, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { providerIds } from '../../src/core/api/provider';
import type { HistoryIntent } from '../../src/protocol/history';
import { parseHistoryIntent } from '../../src/protocol/historyIntent';
import { longestModelId, longestPrompt, longestSearch } from '../../src/protocol/limits';
import type { PanelIntent } from '../../src/protocol/panel';
import { parsePanelIntent } from '../../src/protocol/panelIntent';
import { parseSpendingIntent } from '../../src/protocol/spendingIntent';

const draft = {
  prompt: 'An owl',
  model: 'flux-2-pro',
  count: '1',
  values: { seed: '7', raw: true },
};

const assetIntents = (
  [
    'openAsset',
    'insertAsset',
    'revealAsset',
    'copyAssetPath',
    'makeFiles',
    'reuseSettings',
    'copyPrompt',
    'showHowMade',
    'removeAsset',
    'deleteAsset',
  ] as const
).map((type) => ({ type, id: 'a' }));

const panelIntents: readonly PanelIntent[] = [
  { type: 'ready' },
  { type: 'setApiKey' },
  { type: 'removeApiKey' },
  { type: 'showLog' },
  { type: 'openSettings' },
  { type: 'addReferences' },
  { type: 'removeReference', id: 'r' },
  { type: 'moveReference', id: 'r', by: -1 },
  { type: 'moveReference', id: 'r', by: 1 },
  { type: 'cancelTask', id: 't' },
  { type: 'dismissTask', id: 't' },
  { type: 'checkBalance', id: 't' },
  { type: 'sendAgain', id: 't' },
  { type: 'fetchTask', id: 't' },
  { type: 'saveTaskTo', id: 't' },
  ...providerIds.map((provider) => ({ type: 'selectProvider', provider }) as const),
  { type: 'generate', draft },
  { type: 'generate', draft: { ...draft, prompt: '🦉'.repeat(longestPrompt / 2) } },
  ...assetIntents,
];

const garbage: readonly unknown[] = [
  undefined,
  null,
  7,
  'ready',
  [],
  {},
  { type: 'unknown' },
  { type: 'cancelTask' },
  { type: 'cancelTask', id: '' },
  { type: 'cancelTask', id: 7 },
  { type: 'cancelTask', id: 'x'.repeat(201) },
  { type: 'cancelTask', id: 't', path: '/etc/passwd' },
  { type: 'sendAgain' },
  { type: 'saveTaskTo', id: 't', target: 'file:///etc/passwd' },
  { type: 'moveReference', id: 'r', by: 2 },
  { type: 'selectProvider', provider: 'elsewhere' },
  { type: 'generate' },
  { type: 'generate', draft: { ...draft, prompt: 'x'.repeat(longestPrompt + 1) } },
  { type: 'generate', draft: { ...draft, count: 1 } },
  { type: 'generate', draft: { ...draft, values: { seed: 7 } } },
  { type: 'generate', draft: { ...draft, values: { seed: { $gt: 1 } } } },
  { type: 'generate', draft: { ...draft, model: 'm'.repeat(longestModelId + 1) } },
  {
    type: 'generate',
    draft: { ...draft, values: Object.fromEntries(Array.from({ length: 101 }, (_, i) => [i, ''])) },
  },
];

describe('the panel', () => {
  test.each(panelIntents.map((intent) => [intent.type, intent] as const))(
    'asks %s',
    (_, intent) => {
      expect(parsePanelIntent(intent)).toEqual(intent);
    },
  );

  test.each(garbage.map((value) => [value]))('cannot ask %j', (value) => {
    expect(parsePanelIntent(value)).toBeUndefined();
  });
});

describe('the history', () => {
  const intents: readonly HistoryIntent[] = [
    { type: 'ready' },
    { type: 'openPanel' },
    { type: 'show', query: 'red owl', start: 9800 },
    { type: 'show', query: 'x'.repeat(longestSearch), start: 0 },
    ...assetIntents,
  ];
  const impossible = [
    { type: 'show', query: 'x'.repeat(longestSearch + 1), start: 0 },
    { type: 'show', query: '', start: -1 },
    { type: 'show', query: '', start: 0.5 },
    { type: 'show', start: 0 },
    { type: 'generate', draft },
    { type: 'setApiKey' },
  ];

  test.each(intents.map((intent) => [intent.type, intent] as const))('asks %s', (_, intent) => {
    expect(parseHistoryIntent(intent)).toEqual(intent);
  });

  test.each([...garbage, ...impossible].map((one) => [one]))('cannot ask %j', (value) => {
    expect(parseHistoryIntent(value)).toBeUndefined();
  });
});

describe('the spending page', () => {
  test.each(['ready', 'refresh', 'exportCsv', 'openPanel'] as const)('asks %s', (type) => {
    expect(parseSpendingIntent({ type })).toEqual({ type });
  });

  test.each(
    [...garbage, ...assetIntents, { type: 'exportCsv', path: '/etc/passwd' }].map((one) => [one]),
  )('cannot ask %j', (value) => {
    expect(parseSpendingIntent(value)).toBeUndefined();
  });
});

describe('an intent with a field that the protocol does not know', () => {
  const fields = oneof(constantFrom('path', 'uri', 'target', 'key', 'command', 'args'), string());

  test.each([
    ['the panel', parsePanelIntent],
    ['the history', parseHistoryIntent],
    ['the spending page', parseSpendingIntent],
  ])('is none to %s', (_, parse) => {
    assert(
      property(constantFrom(...panelIntents), fields, jsonValue(), (intent, field, value) => {
        if (field in intent) return;
        expect(parse(withField(intent, field, value))).toBeUndefined();
      }),
    );
  });

  test('is none where the field stands in a draft', () => {
    assert(
      property(fields, jsonValue(), (field, value) => {
        if (field in draft) return;
        const strange = withField(draft, field, value);
        expect(parsePanelIntent({ type: 'generate', draft: strange })).toBeUndefined();
        const kept = { draft: strange, at: 1 };
        expect(parsePanelIntent({ type: 'keepDraft', kept })).toBeUndefined();
      }),
    );
  });

  test('is none whatever it is', () => {
    assert(
      property(jsonValue(), (value) => {
        expect(parsePanelIntent(value)).toBeUndefined();
        expect(parseHistoryIntent(value)).toBeUndefined();
      }),
    );
  });

  /** Also `__proto__` becomes a field, as it does in what a page sends. */
  function withField(whole: object, field: string, value: unknown): unknown {
    return Object.fromEntries([...Object.entries(whole), [field, value]]);
  }
});

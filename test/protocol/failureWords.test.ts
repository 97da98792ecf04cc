import { describe, expect, it } from 'vitest';

import type { Failure } from '../../src/core/api/failure';
import { failureSentence } from '../../src/protocol/failureWords';
import { createLocalizer } from '../../src/protocol/localizer';

const english = createLocalizer();
const sentence = (failure: Failure) => failureSentence(failure, english);

describe('failureSentence', () => {
  it.each<[string, Failure, string]>([
    ['no key', { code: 'auth', charged: 'no', detail: 'no-key' }, 'Set API Key'],
    [
      'wrong key',
      { code: 'auth', charged: 'no', reason: 'Not authenticated' },
      'Not authenticated',
    ],
    [
      'no credit',
      { code: 'insufficient-credits', charged: 'no', reason: 'Insufficient credits' },
      'Add credits',
    ],
    [
      'unknown model',
      { code: 'invalid-request', charged: 'no', detail: 'unknown-model', reason: 'Not Found' },
      'Choose another',
    ],
    ['no folder', { code: 'invalid-request', charged: 'no', detail: 'no-folder' }, 'Open a folder'],
    [
      'outside',
      { code: 'invalid-request', charged: 'no', detail: 'outside-workspace' },
      'fluxAssets.assetsFolder',
    ],
    ['base', { code: 'invalid-request', charged: 'no', detail: 'bad-base-url' }, 'https'],
    [
      'offline',
      { code: 'network', charged: 'no', reason: 'connect ECONNREFUSED' },
      'Check the connection',
    ],
    ['not JSON', { code: 'server', charged: 'unknown', detail: 'not-json' }, 'could not be read'],
    [
      'moderated',
      { code: 'request-moderated', charged: 'no', reason: 'Violence, Self Harm' },
      'Violence, Self Harm',
    ],
    [
      'kept',
      { code: 'save-failed', charged: 'yes', reason: 'ENOSPC', keptAt: 'file:///kept' },
      'kept',
    ],
  ])('says what happened and what to do: %s', (_, failure, words) => {
    expect(sentence(failure)).toContain(words);
  });

  it.each([
    ['no', 'Nothing was charged.'],
    ['yes', 'It was paid for.'],
    ['unknown', 'It may have been charged.'],
  ] as const)('says whether it cost money: %s', (charged, words) => {
    expect(sentence({ code: 'timeout', charged })).toMatch(
      new RegExp(`${words.replace('.', '\\.')}$`),
    );
  });

  it('names the fields of a 422 with the service’s words', () => {
    const failure: Failure = {
      code: 'invalid-request',
      charged: 'no',
      fields: [{ field: 'width', message: 'Input should be less than or equal to 1440' }],
    };
    expect(sentence(failure)).toContain('width: Input should be less than or equal to 1440.');
  });

  it('names the field of each problem, for people and for code', () => {
    const problems = [{ field: 'aspect_ratio', kind: 'ratio-out-of-range' }] as const;
    const failure: Failure = { code: 'invalid-request', charged: 'no', problems };
    expect(sentence(failure)).toMatch(/^Aspect ratio: /);
    expect(failureSentence(failure, english, (field) => field)).toMatch(/^aspect_ratio: /);
  });

  it('translates through the localizer', () => {
    const german = createLocalizer({ 'Nothing was charged.': 'Es hat nichts gekostet.' });
    expect(failureSentence({ code: 'canceled', charged: 'no' }, german)).toBe(
      'Canceled. Es hat nichts gekostet.',
    );
  });
});

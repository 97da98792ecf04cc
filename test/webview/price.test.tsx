import { expect, test } from 'vitest';
import type { ProviderId } from '../../src/core/api/provider';
import { moneyOf } from '../../src/core/money/providerMoney';
import type { PanelState } from '../../src/protocol/panel';
import { choose, generateButton, openPanel, panelState, savedDraft, type } from './support';

function at(provider: ProviderId, changes: Partial<PanelState> = {}, exchangeRate = 4): PanelState {
  const money = moneyOf(provider, { exchangeRate, custom: { rate: 1 } });
  return panelState({ provider, money, ...changes });
}

function generate(): string {
  return generateButton().textContent;
}

function notes(): readonly (string | null)[] {
  return [...document.querySelectorAll('[role="note"] p')].map((one) => one.textContent);
}

const hero = { width: '1920', height: '1088' };

test('demo says that it is free', () => {
  openPanel(panelState(), savedDraft());
  expect(generate()).toBe('Generate · free');
});

test('the price follows the provider and its rate, each in its own money', () => {
  const { show } = openPanel(at('bfl'), savedDraft({ values: hero }));
  expect(generate()).toBe('Generate · 4.5 credits ($0.045)');
  show(at('openai-hk'));
  expect(generate()).toBe('Generate · ¥0.18 (1,800 credits)');
  show(at('openai-hk', {}, 3));
  expect(generate()).toBe('Generate · ¥0.135 (1,350 credits)');
  show(at('demo'));
  expect(generate()).toBe('Generate · free');
});

test('the price follows the model and the number of images', () => {
  openPanel(at('bfl'), savedDraft());
  expect(generate()).toBe('Generate · 3 credits ($0.03)');
  choose('Model', 'flux-dev');
  expect(generate()).toBe('Generate · 2.5 credits ($0.025)');
  type('Number of images', '4');
  expect(generate()).toBe('Generate · 10 credits ($0.10)');
  choose('Model', 'flux-3-image');
  expect(generate()).toBe('Generate · price unknown');
  choose('Model', 'flux-tools/outpainting-v1');
  type('Number of images', '1');
  expect(generate()).toBe('Generate · about 20 credits ($0.20)');
  choose('Mode', 'fast');
  expect(generate()).toBe('Generate · about 4.5 credits ($0.045)');
});

test('another model has no known price, until its id is one that has', () => {
  openPanel(at('bfl'), savedDraft());
  choose('Model', 'other');
  expect(generate()).toBe('Generate · price unknown');
  type('Endpoint', ' flux-dev ');
  expect(generate()).toBe('Generate · 2.5 credits ($0.025)');
});

test('the price follows every key, also where the field complains', () => {
  openPanel(at('openai-hk'), savedDraft());
  type('Height', '1024');
  type('Width', '2');
  expect(generate()).toBe('Generate · ¥0.12 (1,200 credits)');
  type('Width', '2049');
  expect(generate()).toBe('Generate · ¥0.24 (2,400 credits)');
  type('Width', 'wide');
  expect(generate()).toBe('Generate · ¥0.12 (1,200 credits)');
  type('Number of images', '');
  expect(generate()).toBe('Generate · ¥0.12 (1,200 credits)');
});

test('references count, those not measured yet as at least something', () => {
  const reference = { id: 'r1', name: 'page.png', src: 'https://pictures.invalid/r1' };
  const { show } = openPanel(at('bfl', { references: [reference] }), savedDraft());
  expect(generate()).toBe('Generate · from 4.5 credits ($0.045)');
  show(at('bfl', { references: [{ ...reference, size: { width: 2048, height: 1024 } }] }));
  expect(generate()).toBe('Generate · 7.5 credits ($0.075)');
  show(at('bfl', { references: [{ ...reference, size: { width: 800, height: 600 } }] }));
  expect(generate()).toBe('Generate · about 4.5 credits ($0.045)');
  choose('Model', 'flux-kontext-pro');
  expect(generate()).toBe('Generate · 4 credits ($0.04)');
});

test('a size just above a megapixel is told what would be saved', () => {
  const { show } = openPanel(at('bfl'), savedDraft({ values: { width: '1024', height: '1024' } }));
  expect(notes()).toEqual([]);
  type('Height', '1040');
  expect(notes()).toEqual([
    '1.02 MP, billed as 2.',
    '1024 × 1024 is 1 MP; one more row bills 2: 1.5 credits ($0.015) more.',
  ]);
  type('Height', '1025');
  expect(notes()).toEqual([
    'Multiples of 16 are recommended.',
    '1.001 MP, billed as 2.',
    '1024 × 1024 is 1 MP; one more row bills 2: 1.5 credits ($0.015) more.',
  ]);
  type('Height', '1024');
  type('Width', '1056');
  expect(notes()).toContain(
    '1024 × 1024 is 1 MP; one more column bills 2: 1.5 credits ($0.015) more.',
  );
  show(at('openai-hk'));
  expect(notes()).toContain(
    '1024 × 1024 is 1 MP; one more column bills 2: ¥0.06 (600 credits) more.',
  );
  show(at('demo'));
  expect(notes()).toEqual([]);
  show(at('bfl'));
  choose('Model', 'flux-dev');
  expect(notes()).toEqual([]);
});

test('at the relay the smaller size is one that it takes', () => {
  openPanel(at('openai-hk'), savedDraft({ values: { width: '1920', height: '1120' } }));
  expect(notes()).toEqual([
    '2.05 MP, billed as 3.',
    '1920 × 1088 is billed as 2: ¥0.06 (600 credits) less.',
  ]);
});

test('where nothing is to be saved it is only said what is billed', () => {
  openPanel(at('bfl'), savedDraft({ values: hero }));
  expect(notes()).toEqual(['1.99 MP, billed as 2.']);
  type('Height', '1024');
  type('Width', '2048');
  expect(notes()).toEqual(['Billed as 2 MP.']);
});

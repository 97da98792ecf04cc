import { expect, test, vi } from 'vitest';
import { longestModelId, longestPrompt } from '../../src/protocol/limits';
import type { PanelIntent } from '../../src/protocol/panel';
import {
  choose,
  click,
  described,
  field,
  generateButton,
  leave,
  openPanel,
  panelState,
  press,
  pressGenerate,
  problemAt,
  savedDraft,
  type,
} from './support';

function drafts(sent: readonly PanelIntent[]) {
  return sent.filter((intent) => intent.type === 'generate').map(({ draft }) => draft);
}

test('Generate sends the draft', () => {
  const { sent } = openPanel(panelState());
  type('Prompt', 'An owl');
  type('Seed', '7');
  pressGenerate();
  expect(drafts(sent)).toEqual([
    { prompt: 'An owl', model: 'flux-2-pro', count: '1', values: { seed: '7' } },
  ]);
});

test('Ctrl+Enter and Cmd+Enter send, Enter alone and a key held down do not', () => {
  const { sent } = openPanel(panelState(), savedDraft());
  press(field('Prompt'), 'Enter');
  press(field('Width'), 'Enter');
  press(field('Prompt'), 'Enter', { ctrlKey: true, repeat: true });
  expect(drafts(sent)).toHaveLength(0);
  press(field('Prompt'), 'Enter', { ctrlKey: true });
  press(field('Width'), 'Enter', { metaKey: true });
  expect(drafts(sent)).toHaveLength(2);
});

test('a double click pays once', () => {
  const { sent } = openPanel(panelState(), savedDraft());
  const button = document.querySelector('.button.primary');
  button?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }));
  button?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }));
  expect(drafts(sent)).toHaveLength(1);
});

test('Enter held down on Generate pays once', () => {
  openPanel(panelState(), savedDraft());
  const generate = generateButton();
  expect(press(generate, 'Enter')).toBe(true);
  expect(press(generate, 'Enter', { repeat: true })).toBe(false);
});

test('a prompt that the form does not show is not sent', () => {
  const references = [{ id: 'r1', name: 'page.png', src: 'https://pictures.invalid/r1' }];
  const prompt = 'x'.repeat(longestPrompt + 1);
  const model = 'flux-tools/deblur-v1';
  const { sent } = openPanel(panelState({ references }), savedDraft({ prompt, model }));
  pressGenerate();
  expect(drafts(sent)).toMatchObject([{ prompt: '', model }]);
  choose('Model', 'flux-2-pro');
  expect(field('Prompt').value).toBe(prompt);
});

test('a prompt that is longer than the host takes is told, and nothing is sent', () => {
  const { sent } = openPanel(panelState(), savedDraft({ prompt: 'x'.repeat(longestPrompt + 1) }));
  pressGenerate();
  expect(sent).toEqual([]);
  expect(problemAt('Prompt')).toBe('Shorten the prompt to 100000 characters at most.');
  expect(document.activeElement).toBe(field('Prompt'));
  type('Prompt', 'x'.repeat(longestPrompt));
  pressGenerate();
  expect(drafts(sent)).toHaveLength(1);
});

test('so is an id of a model', () => {
  const model = 'm'.repeat(longestModelId + 1);
  const { sent } = openPanel(panelState(), savedDraft({ model }));
  pressGenerate();
  expect(sent).toEqual([]);
  expect(problemAt('Endpoint')).toBe('Shorten this to 200 characters at most.');
});

test('without a prompt nothing is sent, and the prompt says so', () => {
  const { sent } = openPanel(panelState());
  expect(problemAt('Prompt')).toBeUndefined();
  pressGenerate();
  expect(sent).toEqual([]);
  expect(problemAt('Prompt')).toBe('Describe the picture first.');
  expect(document.activeElement).toBe(field('Prompt'));
  type('Prompt', 'An owl');
  expect(problemAt('Prompt')).toBeUndefined();
});

test.each([
  ['Width', '63', 'Enter 64 or more.'],
  ['Width', 'wide', 'Enter a number.'],
  ['Height', '100.5', 'Enter a whole number.'],
  ['Safety tolerance', '6', 'Enter 5 or less.'],
  ['Number of images', '0', 'Enter 1 or more.'],
  ['Number of images', '11', 'Enter 10 or less.'],
  ['Number of images', '', 'Enter a value.'],
])('%s of %j is told at the field, and nothing is sent', (label, value, message) => {
  const { sent } = openPanel(panelState(), savedDraft());
  type(label, value);
  pressGenerate();
  expect(problemAt(label)).toBe(message);
  expect(document.activeElement).toBe(field(label));
  expect(drafts(sent)).toEqual([]);
});

test('a problem waits until the field is left or the typing pauses', () => {
  vi.useFakeTimers();
  openPanel(panelState(), savedDraft());
  type('Width', '1');
  expect(problemAt('Width')).toBeUndefined();
  leave('Width');
  expect(problemAt('Width')).toBe('Enter 64 or more.');
  vi.useRealTimers();
});

test('a problem takes the place of the range', () => {
  openPanel(panelState(), savedDraft());
  expect(described('Width')).toEqual(['64 or more']);
  type('Width', '1');
  leave('Width');
  expect(described('Width')).toEqual(['Enter 64 or more.']);
  expect(document.querySelector('#field-width-hint')).toBeNull();
  type('Safety tolerance', '9');
  leave('Safety tolerance');
  expect(described('Safety tolerance')).toEqual([
    'Enter 5 or less.',
    '0 strictest – 5 most permissive',
  ]);
});

test('a size off the step of the service is not snapped: the field offers the nearest', () => {
  const { sent } = openPanel(panelState({ provider: 'openai-hk' }), savedDraft());
  type('Width', '1000');
  leave('Width');
  expect(problemAt('Width')).toContain('multiple of 32');
  expect(field('Width').value).toBe('1000');
  pressGenerate();
  expect(drafts(sent)).toEqual([]);
  click('Use 992');
  expect(field('Width').value).toBe('992');
  expect(problemAt('Width')).toBeUndefined();
  pressGenerate();
  expect(drafts(sent)).toMatchObject([{ values: { width: '992' } }]);
});

test('what another provider takes is checked anew', () => {
  const { show } = openPanel(panelState(), savedDraft({ values: { width: '1000' } }));
  pressGenerate();
  expect(problemAt('Width')).toBeUndefined();
  show(panelState({ provider: 'openai-hk' }));
  pressGenerate();
  expect(problemAt('Width')).toContain('multiple of 32');
});

test('a size off the recommended step, or one that costs more, is said and sent', () => {
  const { sent, show } = openPanel(
    panelState({ provider: 'bfl' }),
    savedDraft({ values: { width: '1920', height: '1081' } }),
  );
  const notes = () => document.querySelector('[role="note"]')?.textContent;
  expect(notes()).toBe('Multiples of 16 are recommended.1.98 MP, billed as 2.');
  show(panelState({ provider: 'demo' }));
  expect(notes()).toBe('Multiples of 16 are recommended.');
  pressGenerate();
  expect(drafts(sent)).toHaveLength(1);
});

test('another model needs its id', () => {
  const { sent } = openPanel(panelState(), savedDraft());
  choose('Model', 'other');
  pressGenerate();
  expect(problemAt('Endpoint')).toContain('id of a model');
  type('Endpoint', ' flux-9-pro ');
  pressGenerate();
  expect(drafts(sent)).toMatchObject([{ model: 'flux-9-pro' }]);
});

test('while it is typed, an id that is known does not become another choice', () => {
  openPanel(panelState(), savedDraft());
  choose('Model', 'other');
  type('Endpoint', 'flux-dev');
  expect(field('Model').value).toBe('other');
  expect(field('Endpoint').value).toBe('flux-dev');
});

test('arrow keys step through the sizes that the service recommends', () => {
  openPanel(panelState(), savedDraft());
  press(field('Width'), 'ArrowUp');
  expect(field('Width').value).toBe('1024');
  press(field('Width'), 'ArrowUp');
  expect(field('Width').value).toBe('1040');
  type('Width', '70');
  press(field('Width'), 'ArrowDown');
  press(field('Width'), 'ArrowDown');
  expect(field('Width').value).toBe('64');
});

test('a ratio of one’s own is checked', () => {
  const { sent } = openPanel(panelState(), savedDraft({ model: 'flux-kontext-pro' }));
  choose('Aspect ratio', 'other');
  type('Custom ratio', '7:1');
  pressGenerate();
  expect(problemAt('Custom ratio')).toContain('between 21:9 and 9:21');
  type('Custom ratio', '7:5');
  pressGenerate();
  expect(drafts(sent)).toMatchObject([{ values: { aspect_ratio: '7:5' } }]);
});

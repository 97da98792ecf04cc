import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { act } from 'preact/test-utils';
import { choose, field, labels, openPanel, panelState, savedDraft, type, unmount } from './support';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function wait(ms: number): void {
  void act(() => {
    vi.advanceTimersByTime(ms);
  });
}

test('a draft survives hide, move and reload', () => {
  const { memory } = openPanel(panelState());
  type('Prompt', 'An owl');
  choose('Model', 'flux-dev');
  type('Steps', '30');
  type('Number of images', '3');
  wait(200);
  unmount();
  openPanel(panelState(), memory.saved);
  expect(field('Prompt').value).toBe('An owl');
  expect(field('Model').value).toBe('flux-dev');
  expect(field('Steps').value).toBe('30');
  expect(field('Number of images').value).toBe('3');
});

test('what was typed a moment before the page goes is kept', () => {
  const { memory } = openPanel(panelState());
  type('Prompt', 'An owl');
  window.dispatchEvent(new Event('pagehide'));
  expect(memory.saved).toMatchObject({ draft: { prompt: 'An owl' } });
});

test('a new draft starts from the default model; a kept one does not', () => {
  openPanel(panelState({ defaultModel: 'flux-dev' }));
  expect(field('Model').value).toBe('flux-dev');
  unmount();
  openPanel(panelState({ defaultModel: 'flux-dev' }), savedDraft());
  expect(field('Model').value).toBe('flux-2-pro');
});

test.each([[undefined], [null], [7], [{}], [{ draft: {} }], [{ draft: { prompt: 1 } }]])(
  'what is no draft is not restored: %j',
  (saved) => {
    openPanel(panelState(), saved);
    expect(field('Prompt').value).toBe('');
  },
);

test('values come back with the fields that they were typed for', () => {
  openPanel(panelState(), savedDraft());
  type('Width', '1234');
  choose('Model', 'flux-kontext-pro');
  expect(labels()).not.toContain('Width');
  choose('Model', 'flux-2-max');
  expect(field('Width').value).toBe('1234');
});

test('the host’s draft is taken once, over what it says only', () => {
  const offer = { id: 'o1', draft: { prompt: 'From the selection' } };
  const { memory, show } = openPanel(
    panelState({ offeredDraft: offer }),
    savedDraft({ prompt: 'Mine', values: { seed: '7' } }),
  );
  expect(field('Prompt').value).toBe('From the selection');
  expect(field('Seed').value).toBe('7');

  type('Prompt', 'Mine again');
  show(panelState({ offeredDraft: offer, results: [] }));
  expect(field('Prompt').value).toBe('Mine again');

  wait(200);
  unmount();
  openPanel(panelState({ offeredDraft: offer }), memory.saved);
  expect(field('Prompt').value).toBe('Mine again');

  show(panelState({ offeredDraft: { ...offer, id: 'o2' } }));
  expect(field('Prompt').value).toBe('From the selection');
});

test('reused settings of an unknown model fill in its id', () => {
  const draft = { prompt: 'An owl', model: 'flux-9', count: '1', values: { seed: '7' } };
  openPanel(panelState({ offeredDraft: { id: 'o1', draft } }));
  expect(field('Model').value).toBe('other');
  expect(field('Endpoint').value).toBe('flux-9');
});

test('the host is given a copy soon after a pause, and none of a draft that nobody touched', () => {
  const { sent } = openPanel(panelState());
  wait(1000);
  expect(sent).toEqual([]);
  type('Prompt', 'An owl');
  wait(200);
  expect(sent).toMatchObject([{ type: 'keepDraft', kept: { draft: { prompt: 'An owl' } } }]);
});

test('the host’s copy is taken where the editor has forgotten the page', () => {
  const draft = { prompt: 'An owl', model: 'flux-dev', count: '2', values: { steps: '30' } };
  openPanel(panelState({ keptDraft: { draft, at: 5 } }));
  expect(field('Prompt').value).toBe('An owl');
  expect(field('Model').value).toBe('flux-dev');
  expect(field('Steps').value).toBe('30');
});

test('the words alone, of a panel that was closed, stand in a new draft', () => {
  openPanel(
    panelState({ defaultModel: 'flux-dev', keptDraft: { draft: { prompt: 'An owl' }, at: 5 } }),
  );
  expect(field('Prompt').value).toBe('An owl');
  expect(field('Model').value).toBe('flux-dev');
});

test.each([
  ['the page’s own, where it is newer', 9, 'Own'],
  ['the host’s, where the editor stored the page before the last words', 3, 'Kept'],
])('of two drafts it takes %s', (_, at, prompt) => {
  const own = { prompt: 'Own', model: 'flux-2-pro', count: '1', values: {} };
  const kept = { ...own, prompt: 'Kept' };
  openPanel(panelState({ keptDraft: { draft: kept, at: 5 } }), {
    draft: own,
    at,
    otherModel: false,
  });
  expect(field('Prompt').value).toBe(prompt);
});

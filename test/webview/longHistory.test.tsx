import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import type { HistoryState } from '../../src/protocol/history';
import { partLength } from '../../src/protocol/historyPart';
import { App } from '../../src/webview/history/app';
import { wantedStart } from '../../src/webview/history/listWindow';
import { focus, focused, item, items, openHistoryAt } from './historySupport';
import { assetView, press } from './support';

const found = 10_000;
const row = 76;

/** What the host answers. */
function partFrom(start: number, changes: Partial<HistoryState> = {}): HistoryState {
  const assets = Array.from({ length: partLength(found) }, (_, index) =>
    assetView({ id: `a${start + index}`, prompt: `Owl ${start + index}` }),
  );
  return { total: found, query: '', found, start, assets, ...changes };
}

function scroller(): HTMLElement {
  const element = document.querySelector<HTMLElement>('.scroller');
  if (element === null) throw new Error('no scroller');
  return element;
}

function list(): HTMLElement {
  const element = scroller().querySelector('ul');
  if (element === null) throw new Error('no list');
  return element;
}

function scrollToRow(to: number): void {
  void act(() => {
    scroller().scrollTop = to * row;
    scroller().dispatchEvent(new Event('scroll'));
  });
}

test('a part of a long history is in the page, each item with its place in the whole', () => {
  openHistoryAt(partFrom(0));
  expect(items()).toHaveLength(100);
  expect(item(0).getAttribute('aria-posinset')).toBe('1');
  expect(item(99).getAttribute('aria-posinset')).toBe('100');
  expect(item(99).getAttribute('aria-setsize')).toBe('10000');
  expect(list().style.paddingTop).toBe('calc(0 * var(--row))');
  expect(list().style.paddingBottom).toBe('calc(9900 * var(--row))');
});

test('scrolling on asks for the part around what is in sight, once', () => {
  const { sent, showState } = openHistoryAt(partFrom(0));
  scrollToRow(60);
  expect(sent).toEqual([]);
  scrollToRow(100);
  scrollToRow(101);
  expect(sent).toEqual([{ type: 'show', query: '', start: 50 }]);
  showState(partFrom(50));
  expect(sent).toHaveLength(1);
  expect(item(0).getAttribute('aria-label')).toContain('Owl 50');
  expect(list().style.paddingTop).toBe('calc(50 * var(--row))');
});

test('of another list what can be in sight is drawn first, the rest once that has been painted', async () => {
  const root = document.createElement('div');
  document.body.append(root);
  // Not as `draw` does it, which goes on until nothing is left to do.
  const showState = (state: HistoryState, saved?: unknown) => {
    const host = { send: () => undefined, getSaved: () => saved, setSaved: () => undefined };
    render(<App state={state} host={host} />, root);
  };
  showState(partFrom(4950), { row: 5000 });
  expect(items().length).toBeLessThan(20);
  expect(item(0).getAttribute('aria-label')).toContain('Owl 5000');
  expect(list().style.paddingTop).toBe('calc(5000 * var(--row))');
  await expect.poll(() => items().length).toBe(100);
  expect(item(0).getAttribute('aria-label')).toContain('Owl 4950');
  showState(partFrom(0, { query: 'ow' }));
  showState(partFrom(0, { query: 'owl' }));
  expect(items().length).toBeLessThan(20);
  expect(item(0).getAttribute('aria-label')).toContain('Owl 0');
  await expect.poll(() => items().length).toBe(100);
  showState(partFrom(50, { query: 'owl' }));
  expect(items()).toHaveLength(100);
  render(null, root);
  root.remove();
});

test('End and Home lead over parts that are not there yet', () => {
  const { sent, showState } = openHistoryAt(partFrom(0));
  focus(item(3));
  press(item(3), 'End');
  expect(sent).toEqual([{ type: 'show', query: '', start: 9900 }]);
  expect(focused()).toBe(3);
  showState(partFrom(9900));
  expect(focused()).toBe(99);
  press(item(99), 'PageUp');
  expect(focused()).toBe(98);
  press(item(98), 'Home');
  showState(partFrom(0));
  expect(focused()).toBe(0);
});

test('a focused item that is scrolled away leaves the keys to the list, and an arrow leads back', () => {
  const { sent, showState } = openHistoryAt(partFrom(0));
  focus(item(3));
  scrollToRow(5000);
  expect(sent).toEqual([{ type: 'show', query: '', start: 4950 }]);
  showState(partFrom(4950));
  expect(document.activeElement).toBe(list());
  expect(items().every(({ tabIndex }) => tabIndex === -1)).toBe(true);
  expect(list().tabIndex).toBe(0);
  press(list(), 'ArrowDown');
  expect(sent.at(-1)).toEqual({ type: 'show', query: '', start: 0 });
  showState(partFrom(0));
  expect(focused()).toBe(4);
});

test('what is drawn already is not drawn again for what comes beside it', () => {
  const { showState } = openHistoryAt(partFrom(0));
  const before = item(60);
  let drawn = 0;
  const { assets } = partFrom(50);
  const counted = { ...(assets[10] ?? assetView()) };
  Object.defineProperty(counted, 'prompt', { get: () => `Owl 60 ${(drawn += 1)}` });
  const withCounted = { ...partFrom(50), assets: assets.with(10, counted) };
  showState(withCounted);
  expect(item(10)).toBe(before);
  const once = drawn;
  expect(once).toBeGreaterThan(0);
  showState({ ...withCounted, total: found + 1 });
  expect(drawn).toBe(once);
});

test.each([4950, 5000])(
  'the page comes back to row %i, where it was, where the host still shows that part',
  (seen) => {
    openHistoryAt(partFrom(4950), { row: seen });
    expect(scroller().scrollTop).toBe(seen * row);
  },
);

test('and to the top where it does not', () => {
  openHistoryAt(partFrom(0), { row: 5000 });
  expect(scroller().scrollTop).toBe(0);
});

test('a row is kept when scrolling has come to rest', () => {
  const { memory } = openHistoryAt(partFrom(0));
  scrollToRow(40);
  scroller().dispatchEvent(new Event('scrollend'));
  expect(memory.saved).toEqual({ row: 40 });
});

test.each([
  // A window so high that no part is enough must not ask for ever.
  { present: { first: 4950, end: 5050 }, seen: { first: 4950, end: 5050 }, start: undefined },
  { present: { first: 0, end: 100 }, seen: { first: 9995, end: 10_000 }, start: 9900 },
  { present: { first: 9900, end: 10_000 }, seen: { first: 9990, end: 10_000 }, start: undefined },
  { present: { first: 0, end: 100 }, seen: { first: 0, end: 12 }, start: undefined },
])('%j', ({ present, seen, start }) => {
  expect(wantedStart(present, seen, found)).toBe(start);
});

import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import type { AssetView } from '../../src/protocol/panel';
import { focus, focused, item, items, openHistory, openHistoryAt } from './historySupport';
import { assetView, buttons, click, press } from './support';

const assets: readonly AssetView[] = ['Owl', 'Fox', 'Hare'].map((prompt, index) =>
  assetView({ id: `a${index}`, prompt }),
);

test('an item’s name starts with its prompt', () => {
  openHistory([assetView(), assetView({ id: 'gone', prompt: 'A fox', missing: true })]);
  expect(items().map((one) => one.ariaLabel ?? one.getAttribute('aria-label'))).toEqual([
    'A lighthouse, flux-2-pro, 1024 × 768',
    'A fox, flux-2-pro, 1024 × 768, file missing',
  ]);
  expect(item(1).textContent).toContain('File moved or deleted');
  expect(item(0).querySelector('img')?.getAttribute('loading')).toBe('lazy');
});

test('without a prompt an item goes by its file’s name', () => {
  openHistory([assetView({ prompt: '', name: 'page-deblurred.png' })]);
  expect(item(0).getAttribute('aria-label')).toBe('page-deblurred.png, flux-2-pro, 1024 × 768');
});

test('a picture that cannot be read is no broken one', () => {
  const { show } = openHistory(assets);
  void act(() => {
    item(1).querySelector('img')?.dispatchEvent(new Event('error'));
  });
  expect(item(1).querySelector('img')).toBeNull();
  expect(item(1).querySelector('.thumb.gone')).not.toBeNull();
  show(assets.map((asset) => ({ ...asset, src: 'https://pictures.invalid/moved' })));
  expect(item(1).querySelector('img')?.getAttribute('src')).toBe('https://pictures.invalid/moved');
});

test('a double click opens the picture, but not one on a button', () => {
  const { sent } = openHistory(assets);
  const doubleClick = (target: Element | null | undefined) => {
    target?.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
  };
  doubleClick(buttons('Copy path', item(1))[0]);
  expect(sent).toEqual([]);
  doubleClick(item(1).querySelector('img'));
  expect(sent).toEqual([{ type: 'openAsset', id: 'a1' }]);
});

test('one item at a time is in the Tab order, and arrows, Home and End lead through them', () => {
  openHistory(assets);
  const order = () => items().map(({ tabIndex }) => tabIndex);
  expect(order()).toEqual([0, -1, -1]);
  focus(item(0));
  press(item(0), 'ArrowDown');
  expect(focused()).toBe(1);
  expect(order()).toEqual([-1, 0, -1]);
  press(item(1), 'End');
  expect(focused()).toBe(2);
  press(item(2), 'ArrowDown');
  expect(focused()).toBe(2);
  press(item(2), 'ArrowUp');
  expect(focused()).toBe(1);
  press(item(1), 'Home');
  expect(focused()).toBe(0);
});

test.each([
  ['Enter', {}, 'openAsset'],
  ['Delete', {}, 'removeAsset'],
  ['Delete', { shiftKey: true }, 'deleteAsset'],
  ['Backspace', { metaKey: true }, 'removeAsset'],
])('%s %j asks for %s', (key, more, action) => {
  const { sent } = openHistory(assets);
  focus(item(1));
  press(item(1), key, more);
  expect(sent).toEqual([{ type: action, id: 'a1' }]);
});

test('keys on an item’s buttons are the buttons’', () => {
  const { sent } = openHistory(assets);
  const [remove] = buttons('Remove from history', item(1));
  if (remove === undefined) throw new Error('no button');
  press(remove, 'Enter');
  press(remove, 'Delete');
  expect(sent).toEqual([]);
});

test('the buttons of an item', () => {
  const { sent } = openHistory(assets);
  const names = [
    ['Open', 'openAsset'],
    ['Insert reference', 'insertAsset'],
    ['Reveal', 'revealAsset'],
    ['Copy path', 'copyAssetPath'],
    ['Make files', 'makeFiles'],
    ['Reuse settings', 'reuseSettings'],
    ['Copy prompt', 'copyPrompt'],
    ['How it was made', 'showHowMade'],
    ['Remove from history', 'removeAsset'],
    ['Delete file', 'deleteAsset'],
  ] as const;
  for (const [name] of names) click(name, item(2));
  expect(sent).toEqual(names.map(([, kind]) => ({ type: kind, id: 'a2' })));
});

test('when the focused item goes, its neighbour is next', () => {
  const { show } = openHistory(assets);
  focus(item(1));
  show(assets.filter(({ id }) => id !== 'a1'));
  expect(focused()).toBe(1);
  expect(item(1).getAttribute('aria-label')).toContain('Hare');
  show(assets.slice(0, 1));
  expect(focused()).toBe(0);
});

test('an empty history leads to the generator', () => {
  const { sent } = openHistory([]);
  click('Open Image Generator');
  expect(sent).toEqual([{ type: 'openPanel' }]);
});

test('a dragged picture carries its id, and not the page’s address of it', () => {
  openHistory(assets);
  const data = new Map([['text/uri-list', 'https://page/owl.png']]);
  const dataTransfer = {
    clearData: () => {
      data.clear();
    },
    setData: (mime: string, text: string) => data.set(mime, text),
  };
  const event = new Event('dragstart', { bubbles: true });
  Object.assign(event, { dataTransfer });
  item(1).querySelector('img')?.dispatchEvent(event);
  expect([...data]).toEqual([['application/vnd.flux-assets.asset', 'a1']]);
});

test('what is typed into the search is asked for at once, and the field does not wait for the answer', () => {
  const { sent, showState } = openHistory(assets);
  search('fo');
  search('fox');
  expect(sent).toEqual([
    { type: 'show', query: 'fo', start: 0 },
    { type: 'show', query: 'fox', start: 0 },
  ]);
  const found = assets.filter(({ prompt }) => prompt === 'Fox');
  showState({ total: 3, query: 'fo', found: 1, start: 0, assets: found });
  expect(searchBox().value).toBe('fox');
  expect(items()).toHaveLength(1);
  expect(said()).toBe('Found 1 of 3');
});

test('a search that finds nothing says so, and without it all are there again', () => {
  const { showState, show } = openHistory(assets);
  expect(said()).toBe('');
  showState({ total: 3, query: 'submarine', found: 0, start: 0, assets: [] });
  expect(said()).toBe('No picture has all these words in its prompt, model or file name.');
  expect(items()).toHaveLength(0);
  show(assets);
  expect(said()).toBe('');
  expect(items()).toHaveLength(3);
});

test('the search that the host still knows stands in the field of a page that comes back', () => {
  openHistoryAt({ total: 3, query: 'fox', found: 1, start: 0, assets: assets.slice(1, 2) });
  expect(searchBox().value).toBe('fox');
});

test('an arrow leads from the search into the list', () => {
  openHistory(assets);
  press(searchBox(), 'ArrowDown');
  expect(focused()).toBe(0);
});

function searchBox(): HTMLInputElement {
  const box = document.querySelector<HTMLInputElement>('input[aria-label="Search history"]');
  if (box === null) throw new Error('no search');
  return box;
}

function search(words: string): void {
  const box = searchBox();
  void act(() => {
    box.value = words;
    box.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

function said(): string | undefined {
  return document.querySelector('[role="status"]')?.textContent;
}

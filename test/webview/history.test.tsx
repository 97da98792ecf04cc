import { expect, test } from 'vitest';
import type { AssetView } from '../../src/protocol/panel';
import { focus, focused, item, items, openHistory } from './historySupport';
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

test('a double click opens the picture, but not one on a button', () => {
  const { sent } = openHistory(assets);
  const doubleClick = (target: Element | null | undefined) => {
    target?.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
  };
  doubleClick(buttons('Copy path', item(1))[0]?.querySelector('.codicon'));
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

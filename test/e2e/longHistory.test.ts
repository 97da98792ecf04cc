import { appendFile, readFile } from 'node:fs/promises';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { Asset } from '../../src/core/assets/asset';
import { formatHistoryLine, parseHistory } from '../../src/core/assets/history';
import { onlyFrame, openHistory, openPanel } from '../support/frames';
import { runCommand } from '../support/palette';
import { generate } from '../support/panel';
import { takeScreenshot } from '../support/screenshots';
import { useWorkbench } from '../support/workbench';

const older = 10_000;
const workbench = useWorkbench('long-history');
let page: Page;
let history: FrameLocator;

beforeAll(async () => {
  page = await workbench.open();
  await generate(await openPanel(page), 'Anchor on a beach');
  await lengthenHistory();
  await workbench.reload(page);
  history = await openHistory(page);
  await item('Lighthouse number 1 ').waitFor();
});

test('of ten thousand pictures a part is in the page, in its place', async () => {
  const first = items().first();
  expect(await first.getAttribute('aria-setsize')).toBe(String(older + 1));
  expect(await first.getAttribute('aria-posinset')).toBe('1');
  // What is in sight is drawn first.
  await expect.poll(() => items().count()).toBe(100);
  await takeScreenshot(page, 'history-long');
});

test('End leads to the oldest, wheel and arrows back, Home to the newest', async () => {
  await items().first().focus();
  await page.keyboard.press('End');
  await focusOn('Anchor on a beach').waitFor();
  await page.keyboard.press('ArrowUp');
  await focusOn('Lighthouse number 10000 ').waitFor();
  await history.locator('.scroller').hover();
  await page.mouse.wheel(0, -200_000);
  await history.locator('ul:focus').waitFor();
  await takeScreenshot(page, 'history-long-scrolled');
  await page.keyboard.press('ArrowDown');
  await focusOn('Anchor on a beach').waitFor();
  await page.keyboard.press('Home');
  await focusOn('Lighthouse number 1 ').waitFor();
});

test('the search finds by prompt, model and file name, says how many, and what to look for where there is none', async () => {
  await search().fill('7777 Lighthouse');
  await history.getByText(`Found 1 of ${older + 1}`).waitFor();
  await expect.poll(() => items().count()).toBe(1);
  await takeScreenshot(page, 'history-search');
  await search().fill('gone-8.');
  await item('Lighthouse number 8 ').waitFor();
  await expect.poll(() => items().count()).toBe(1);
  await search().press('ArrowDown');
  await focusOn('Lighthouse number 8 ').waitFor();
  await search().fill('FLUX-dev');
  await history.getByText(`Found ${Math.floor(older / 3)} of ${older + 1}`).waitFor();
  await search().fill('submarine');
  await history
    .getByText('No picture has all these words in its prompt, model or file name.')
    .waitFor();
  await takeScreenshot(page, 'history-search-none');
  await search().fill('');
  await item('Lighthouse number 1 ').waitFor();
});

test('a hidden list comes back as it was', async () => {
  await search().fill('lighthouse');
  await history.getByText(`Found ${older} of ${older + 1}`).waitFor();
  await history.locator('.scroller').hover();
  await page.mouse.wheel(0, 300_000);
  await expect.poll(() => items().first().getAttribute('aria-posinset')).not.toBe('1');
  const row = await topRow();
  await runCommand(page, 'View: Close All Editors');
  await runCommand(page, 'View: Show Explorer');
  await expect.poll(() => search().count()).toBe(0);
  await runCommand(page, 'View: Show Flux Assets');
  history = onlyFrame(page);
  await expect.poll(() => search().inputValue()).toBe('lighthouse');
  await expect.poll(topRow).toBe(row);
});

/** As if ten thousand pictures had been made after the one that is there. */
async function lengthenHistory(): Promise<void> {
  const [file] = await workbench.keptFiles('history.jsonl');
  if (file === undefined) throw new Error('No history is kept.');
  const [made] = parseHistory(await readFile(file, 'utf8')).assets;
  if (made === undefined) throw new Error('The history is empty.');
  const { uri } = made;
  const lines = Array.from({ length: older }, (_, index): string => {
    const number = older - index;
    const asset: Asset = {
      ...made,
      id: `older-${number}`,
      prompt: `Lighthouse number ${number} on a cliff at dusk, in the manner of an old travel poster`,
      // Every ninth is gone.
      uri: number % 9 === 8 ? uri.replace(/[^/]*$/, `gone-${number}.jpg`) : uri,
      model: number % 3 === 0 ? 'flux-dev' : 'flux-2-pro',
      seed: number,
    };
    return formatHistoryLine({ v: 1, op: 'add', asset });
  });
  await appendFile(file, lines.join(''));
}

function items(): Locator {
  return history.getByRole('list', { name: 'History' }).getByRole('listitem');
}

function item(prompt: string): Locator {
  return history.getByRole('listitem', { name: new RegExp(`^${prompt}`) });
}

function focusOn(prompt: string): Locator {
  return history.locator(`li:focus[aria-label^="${prompt}"]`);
}

function search(): Locator {
  return history.getByRole('searchbox', { name: 'Search history' });
}

/** The first row in sight, from 0. */
async function topRow(): Promise<number> {
  return history.locator('.scroller').evaluate(({ scrollTop }) => Math.floor(scrollTop / 76));
}

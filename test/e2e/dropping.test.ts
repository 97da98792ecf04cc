import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { openFile } from '../support/editors';
import { explorerItem } from '../support/explorer';
import { openHistory, openPanel } from '../support/frames';
import { runCommand } from '../support/palette';
import { generate } from '../support/panel';
import { takeScreenshot } from '../support/screenshots';
import { useWorkbench } from '../support/workbench';

const workbench = useWorkbench('dropping', {
  settings: {
    'fluxAssets.fileName': '{prompt}',
    'files.autoSave': 'off',
  },
});
let page: Page;
let history: FrameLocator;

beforeAll(async () => {
  page = await workbench.open();
  await generate(await openPanel(page), 'A red boat');
  history = await openHistory(page);
});

test('a picture of the history is dropped into a page and a document', async () => {
  await openFile(page, join(workbench.folder, 'docs/roasting.md'));
  await drop(line(/dark/), 1);
  await line(/!\[A red boat\]\(\.\.\/assets\/a-red-boat\.\w+\)/).waitFor();
  await takeScreenshot(page, 'drop-markdown');
  await save();
  await expect
    .poll(() => readFile(join(workbench.folder, 'docs/roasting.md'), 'utf8'))
    .toMatch(/!\[A red boat\]\(\.\.\/assets\/a-red-boat\.\w+\)/);

  await openFile(page, join(workbench.folder, 'index.html'));
  await drop(line(/<main>/));
  await line(/<img src="assets\/a-red-boat/).waitFor();
  await takeScreenshot(page, 'drop-html');
  await page.keyboard.press('Control+Z');
  await line(/<img src="assets\/a-red-boat/).waitFor({ state: 'detached' });
});

test('a generated image of the explorer comes with its prompt, any other as the editor writes it', async () => {
  const inSite = (path: string) => join(workbench.folder, path);
  await writeFile(inSite('docs/gull.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(inSite('docs/gallery.md'), '# Gallery\n\n\n\n\n');
  await runCommand(page, 'View: Show Explorer');
  await openFolders('assets', 'docs');
  await openFile(page, inSite('docs/gallery.md'));
  await dropFromExplorer('a-red-boat.jpg', line(/# Gallery/), 1);
  await line(/^!\[A red boat\]\(\.\.\/assets\/a-red-boat\.jpg\)/).waitFor();
  await dropWidget().waitFor();
  await takeScreenshot(page, 'drop-explorer-markdown');
  await dropWidget().click();
  await page.locator('.action-widget').getByText('Insert Image', { exact: true }).waitFor();
  await takeScreenshot(page, 'drop-explorer-choices');
  await page.keyboard.press('Escape');
  await dropFromExplorer('gull.svg', line(/# Gallery/), 3);
  await line(/!\[alt text\]\(gull\.svg\)/).waitFor();
  await takeScreenshot(page, 'drop-explorer-other');

  await openFile(page, inSite('src/styles.css'));
  await dropFromExplorer('a-red-boat.jpg', line(/\.hero \{/));
  await line(/background-image: url\("\.\.\/assets\/a-red-boat\.jpg"\);/).waitFor();
  await takeScreenshot(page, 'drop-explorer-css');
});

/** Drags the picture of the history to the end of a line of the editor in front, or some below it. */
async function drop(target: Locator, linesBelow = 0): Promise<void> {
  await drag(history.locator('img').first(), target, linesBelow);
}

/** The same for a file of the explorer: with the key that drops it into the text, where else it is opened. */
async function dropFromExplorer(name: string, target: Locator, linesBelow = 0): Promise<void> {
  const file = explorerItem(page, name);
  // Pressed before the drag begins it would select a range.
  await drag(file, target, linesBelow, () => page.keyboard.down('Shift'));
  await page.keyboard.up('Shift');
}

/** As a hand with a mouse does. */
async function drag(
  what: Locator,
  target: Locator,
  linesBelow: number,
  onDragged = () => Promise.resolve(),
): Promise<void> {
  const from = await what.boundingBox();
  const to = await target.locator('span').first().boundingBox();
  if (from === null || to === null) throw new Error('nothing to drag, or nowhere to drop it');
  const [x, y] = [to.x + to.width + 3, to.y + to.height * (linesBelow + 0.5)];
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  // A drag begins after some px, and its target sees it come before it may drop.
  await page.mouse.move(from.x + from.width, from.y + from.height, { steps: 5 });
  await onDragged();
  await page.mouse.move(x, y - 20, { steps: 10 });
  await page.mouse.move(x, y, { steps: 5 });
  await page.mouse.up();
}

async function openFolders(...names: readonly string[]): Promise<void> {
  for (const name of names) {
    const folder = explorerItem(page, name);
    if ((await folder.getAttribute('aria-expanded')) !== 'true') await folder.click();
  }
}

/** The editor's button behind what was dropped: other ways to write it. */
function dropWidget(): Locator {
  return page.locator('.post-edit-widget');
}

function line(text: RegExp): Locator {
  // Monaco writes its blanks as such that do not break.
  const source = new RegExp(text.source.replaceAll(' ', '\\s'));
  return page.locator('.view-line').filter({ hasText: source }).first();
}

async function save(): Promise<void> {
  await runCommand(page, 'File: Save');
}

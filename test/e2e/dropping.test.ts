import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { openFile } from '../support/editors';
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

/** Drags the picture to the end of a line of the editor in front, or some below it, as a hand with a mouse does. */
async function drop(target: Locator, linesBelow = 0): Promise<void> {
  const from = await history.locator('img').first().boundingBox();
  const to = await target.locator('span').first().boundingBox();
  if (from === null || to === null) throw new Error('nothing to drag, or nowhere to drop it');
  const [x, y] = [to.x + to.width + 3, to.y + to.height * (linesBelow + 0.5)];
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  // A drag begins after some px, and its target sees it come before it may drop.
  await page.mouse.move(from.x + from.width, from.y + from.height, { steps: 5 });
  await page.mouse.move(x, y - 20, { steps: 10 });
  await page.mouse.move(x, y, { steps: 5 });
  await page.mouse.up();
}

function line(text: RegExp): Locator {
  // Monaco writes its blanks as such that do not break.
  const source = new RegExp(text.source.replaceAll(' ', '\\s'));
  return page.locator('.view-line').filter({ hasText: source }).first();
}

async function save(): Promise<void> {
  await runCommand(page, 'File: Save');
}

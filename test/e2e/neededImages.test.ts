import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { openFile } from '../support/editors';
import { measure, namesIn } from '../support/files';
import { notification } from '../support/messages';
import { answerInputBox, quickInput, runCommand } from '../support/palette';
import { takeScreenshot } from '../support/screenshots';
import { useWorkbench } from '../support/workbench';

const workbench = useWorkbench('neededImages', { workspace: 'empty' });
const patience = { timeout: 60_000 };
const at = (name: string) => join(workbench.folder, name);
const isThere = async (name: string) => (await namesIn(at('img'))).includes(basename(name));
let page: Page;

beforeAll(async () => {
  await writeFile(at('harbour.md'), '# The harbour\n\n![A red boat at dawn](img/red-boat.webp)\n');
  page = await workbench.open();
});

/** The rows of the Problems view that are ours. */
function problems(): Locator {
  return page.locator('.markers-panel .monaco-list-row').filter({ hasText: 'missing-image' });
}

/** The rows of the view of needed images with this text. */
function neededRow(text: string): Locator {
  return needed().getByRole('treeitem').filter({ hasText: text });
}

/** A row of the open quick pick. */
function row(text: string): Locator {
  return quickInput(page).locator('.monaco-list-row').filter({ hasText: text });
}

function needed(): Locator {
  return page.locator('.pane', {
    has: page.getByRole('button', { name: /^Needed Images Section/ }),
  });
}

test('a missing image is a problem, and its quick fix makes it at the very place', async () => {
  await openFile(page, at('harbour.md'));
  await runCommand(page, 'Problems: Focus on Problems View');
  await expect.poll(() => problems().count(), patience).toBe(1);
  await takeScreenshot(page, 'needed-problem');
  await problems().first().dblclick();
  await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget').getByText('Generate this image').waitFor();
  await takeScreenshot(page, 'needed-quick-fix');
  await page.locator('.action-widget').getByText('Generate this image').click();
  const box = quickInput(page).filter({ hasText: 'img/red-boat.webp' });
  await box.waitFor();
  const input = box.locator('input.input');
  await expect.poll(() => input.inputValue(), patience).toContain('A red boat at dawn');
  await takeScreenshot(page, 'needed-prompt');
  await page.keyboard.press('Enter');
  await notification(page, 'Saved img/red-boat.webp.').waitFor(patience);
  expect(await measure(at('img/red-boat.webp'))).toEqual({
    format: 'webp',
    width: 1024,
    height: 1024,
  });
  await expect.poll(() => problems().count(), patience).toBe(0);
  await takeScreenshot(page, 'needed-made');
});

test('Generate All shows each draft and the total, and makes what is ticked', async () => {
  const placeholder = 'https://placehold.co/96x64';
  const text = [
    '<h1>The pier</h1>',
    '<img src="img/lamp.png" alt="A lamp on a pier" width="64" height="64">',
    '<img src="img/gull.avif" alt="A gull" width="60" height="40">',
    '<img src="img/later.png" alt="Not today" width="64" height="64">',
    `<img src="${placeholder}" alt="Nets drying">`,
  ];
  await writeFile(at('pier.html'), text.join('\n'));
  await runCommand(page, 'View: Show Flux Assets');
  await neededRow('img/lamp.png').waitFor(patience);
  await neededRow(placeholder).waitFor();
  await takeScreenshot(page, 'needed-view');
  await needed().hover();
  await needed().getByRole('button', { name: 'Generate All Needed Images…' }).click();
  await quickInput(page).filter({ hasText: 'Generate 4 images · free' }).waitFor();
  await takeScreenshot(page, 'needed-all');
  await row('img/later.png').click();
  await quickInput(page).filter({ hasText: 'Generate 3 images · free' }).waitFor();
  await row('img/lamp.png').hover();
  await row('img/lamp.png').getByRole('button', { name: 'Edit Prompt' }).click();
  await answerInputBox(page, 'img/lamp.png', 'An old street lamp');
  await quickInput(page).filter({ hasText: 'Generate 3 images · free' }).waitFor();
  await row('An old street lamp').waitFor();
  await takeScreenshot(page, 'needed-all-edited');
  await page.keyboard.press('Enter');
  await notification(page, '3 images saved.').waitFor(patience);
  await takeScreenshot(page, 'needed-all-made');
  const size = { width: 64, height: 64 };
  expect(await measure(at('img/lamp.png'))).toEqual({ format: 'png', ...size });
  expect(await isThere('gull.avif')).toBe(true);
  expect(await isThere('later.png')).toBe(false);
  const now = await readFile(at('pier.html'), 'utf8');
  expect(now).not.toContain(placeholder);
  const [, nets = ''] = /<img src="([^"]+)" alt="Nets drying">/.exec(now) ?? [];
  expect(await measure(at(nets))).toMatchObject({ width: 96, height: 64 });
  await expect.poll(() => neededRow('img/').count(), patience).toBe(1);
});

import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { explorerItem } from '../support/explorer';
import { namesIn } from '../support/files';
import { openPanel } from '../support/frames';
import { answerDialog, answerNotification, dialog, notification } from '../support/messages';
import { quickInput, runCommand } from '../support/palette';
import { generate } from '../support/panel';
import { takeScreenshot } from '../support/screenshots';
import { useWorkbench } from '../support/workbench';

const workbench = useWorkbench('lifecycle', {
  workspace: 'empty',
  settings: { 'fluxAssets.fileName': '{prompt}', 'files.autoSave': 'off' },
});
const patience = { timeout: 60_000 };
const at = (...path: string[]) => join(workbench.folder, ...path);
const text = (name: string) => readFile(at(name), 'utf8');
let page: Page;

beforeAll(async () => {
  await mkdir(at('src'));
  await writeFile(at('guide.md'), '# The harbor\n\n![The harbor](assets/harbor.jpg)\n');
  await writeFile(at('index.html'), '<img src="assets/harbor.jpg" alt="The harbor">\n');
  await writeFile(at('style.css'), 'main {\n  background: url(assets/harbor.jpg);\n}\n');
  await writeFile(
    at('src', 'Hero.tsx'),
    'import harbor from \'../assets/harbor.jpg\';\n\nexport const Hero = () => <img src={harbor} alt="" />;\n',
  );
  page = await workbench.open();
  const panel = await openPanel(page);
  await generate(panel, 'Harbor');
  await generate(panel, 'Lighthouse');
});

test('code, lock and history follow a rename in the explorer, once the person has seen how', async () => {
  await runCommand(page, 'View: Show Explorer');
  await explorerItem(page, 'assets').click();
  await explorerItem(page, 'harbor.jpg').click();
  await page.keyboard.press('F2');
  const name = page.locator('.explorer-folders-view .explorer-item-edited input');
  await name.fill("fisher's pier.jpg");
  await name.press('Enter');
  await dialog(page, /Flux Assets/).waitFor();
  await takeScreenshot(page, 'rename-asked');
  await answerDialog(page, /Flux Assets/, 'Show Preview');
  await previewRow(/guide\.md/).waitFor();
  await takeScreenshot(page, 'rename-preview');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect.poll(() => namesIn(at('assets')), patience).toContain("fisher's pier.jpg");
  await expect
    .poll(() => text('assets/flux-assets.lock.json'), patience)
    .toContain("fisher's pier");
  await takeScreenshot(page, 'rename-done');
  await runCommand(page, 'File: Save All Files');
  await expect.poll(() => text('guide.md'), patience).toContain('(assets/fisher%27s%20pier.jpg)');
  expect(await text('index.html')).toContain('src="assets/fisher%27s%20pier.jpg"');
  expect(await text('style.css')).toContain('url(assets/fisher%27s%20pier.jpg)');
  expect(await text('src/Hero.tsx')).toContain("from '../assets/fisher\\'s pier.jpg';");
  expect(await text('assets/flux-assets.lock.json')).not.toContain('harbor.jpg');
  await expect.poll(() => workbench.kept('history.jsonl'), patience).toContain('fisher');
});

test('a move outside the editor is found and offered', async () => {
  await mkdir(at('art'));
  await rename(at('assets', "fisher's pier.jpg"), at('art', 'pier.jpg'));
  await notification(page, 'Generated images were moved outside the editor: 1.').waitFor(patience);
  await takeScreenshot(page, 'moved-offered');
  await answerNotification(page, 'Generated images were moved outside the editor: 1.', 'Follow…');
  await quickInput(page).filter({ hasText: 'art/pier.jpg' }).waitFor();
  await takeScreenshot(page, 'moved-pick');
  await page.keyboard.press('Enter');
  await dialog(page, 'Files to change: 4.').waitFor();
  await takeScreenshot(page, 'moved-asked');
  await answerDialog(page, 'Files to change: 4.', 'Change Code');
  await expect.poll(() => text('guide.md'), patience).toContain('(art/pier.jpg)');
  await expect.poll(() => text('index.html'), patience).toContain('src="art/pier.jpg"');
  await expect.poll(() => text('style.css'), patience).toContain('url(art/pier.jpg)');
  await expect.poll(() => text('src/Hero.tsx'), patience).toContain("from '../art/pier.jpg';");
  await expect.poll(() => workbench.kept('history.jsonl'), patience).toContain('art/pier.jpg');
  await takeScreenshot(page, 'moved-done');
});

test('an image that no code names is listed, and deleted once the person is sure', async () => {
  await runCommand(page, 'Flux Assets: Unused Generated Images');
  await quickInput(page).filter({ hasText: 'Unused Generated Images' }).waitFor();
  await row('assets/lighthouse.jpg').waitFor();
  expect(await row('').count()).toBe(1);
  await row('assets/lighthouse.jpg').click();
  await takeScreenshot(page, 'unused-pick');
  await page.keyboard.press('Enter');
  await dialog(page, 'Delete images that no code names: 1?').waitFor();
  await takeScreenshot(page, 'unused-asked');
  await answerDialog(page, 'Delete images that no code names: 1?', 'Move to Trash');
  await dialog(page, 'There is no trash here.').waitFor();
  await takeScreenshot(page, 'unused-no-trash');
  expect(await namesIn(at('assets'))).toContain('lighthouse.jpg');
  await answerDialog(page, 'There is no trash here.', 'Delete Permanently');
  await notification(page, 'Images deleted: 1.').waitFor(patience);
  expect(await namesIn(at('assets'))).not.toContain('lighthouse.jpg');
  await expect
    .poll(() => text('assets/flux-assets.lock.json'), patience)
    .not.toContain('lighthouse');
  await takeScreenshot(page, 'unused-done');
});

test('what code says of an image that is deleted in the explorer goes as far as the person ticks it', async () => {
  await runCommand(page, 'View: Show Explorer');
  const pier = explorerItem(page, 'pier.jpg');
  if (!(await pier.isVisible())) await explorerItem(page, 'art').click();
  await pier.click();
  await page.keyboard.press('Delete');
  await answerDialog(page, 'pier.jpg', 'Delete');
  await answerDialog(page, /Flux Assets/, 'Show Preview');
  const change = previewRow(/!\[The\sharbor\]/);
  await change.waitFor();
  await takeScreenshot(page, 'delete-preview');
  await change.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect.poll(() => namesIn(at('art')), patience).toEqual([]);
  await runCommand(page, 'File: Save All Files');
  await expect.poll(() => text('guide.md'), patience).toBe('# The harbor\n\n\n');
  expect(await text('index.html')).toContain('src="art/pier.jpg"');
  await expect.poll(() => text('assets/flux-assets.lock.json'), patience).not.toContain('pier.jpg');
  await takeScreenshot(page, 'delete-done');
});

/** A row of the open quick pick. */
function row(text: string): Locator {
  return quickInput(page).locator('.monaco-list-row').filter({ hasText: text });
}

/** A row of the changes in the editor's panel, whose blanks are such that do not break. */
function previewRow(text: RegExp): Locator {
  return page.locator('.bulk-edit-panel .monaco-list-row').filter({ hasText: text }).first();
}

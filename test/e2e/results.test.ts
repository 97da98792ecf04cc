import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { openFile, tab } from '../support/editors';
import { imagesIn } from '../support/files';
import { historyFrame, openHistory, openPanel } from '../support/frames';
import { useApiKey } from '../support/keys';
import { pick, runCommand } from '../support/palette';
import { askFor, failureOf, generate, number, promptBox } from '../support/panel';
import { resultCard, select, untilValue } from '../support/panel';
import { takeScreenshot } from '../support/screenshots';
import { chosenService, simulate } from '../support/service';
import { useWorkbench } from '../support/workbench';

const key = 'results-key';
const service = await simulate({ key });
const workbench = useWorkbench('results', {
  // What is inserted is looked for on disk.
  settings: {
    ...chosenService(service),
    'files.autoSave': 'afterDelay',
    'files.autoSaveDelay': 50,
  },
});
const prompt = 'A red lighthouse, [v2] <drawn>';
let page: Page;
let panel: FrameLocator;
let card: Locator;
let name = '';

beforeAll(async () => {
  page = await workbench.open();
  panel = await openPanel(page);
  await useApiKey(page, key);
  await select(panel, 'Model').selectOption('flux-2-pro');
  await number(panel, 'Width').fill('768');
  await number(panel, 'Height').fill('512');
  await number(panel, 'Seed').fill('4242');
  card = await generate(panel, prompt);
  const [file = ''] = await imagesIn(join(workbench.folder, 'assets'), 1);
  name = basename(file);
});

test('a result says what it is and what it cost', async () => {
  const words = await card.innerText();
  expect(name).toContain('4242');
  expect(words).toContain(name);
  expect(words).toContain('768 × 512');
  expect(words).toContain('3 credits ($0.03)');
});

test('Reuse settings brings prompt, model, seed and sizes back', async () => {
  await promptBox(panel).fill('Something else');
  await select(panel, 'Model').selectOption('flux-dev');
  await number(panel, 'Seed').fill('1');
  await number(panel, 'Width').fill('512');
  await card.getByRole('button', { name: 'Reuse settings' }).click();
  await untilValue(promptBox(panel), prompt);
  await untilValue(select(panel, 'Model'), 'flux-2-pro');
  await untilValue(number(panel, 'Seed'), '4242');
  await untilValue(number(panel, 'Width'), '768');
  await untilValue(number(panel, 'Height'), '512');
});

test('Copy path copies the path within the workspace', async () => {
  await card.getByRole('button', { name: 'Copy path' }).click();
  const copied = () => page.evaluate<string>('navigator.clipboard.readText()');
  await expect.poll(copied, { timeout: 10_000 }).toBe(`assets/${name}`);
});

test('Reveal selects the file in the explorer', async () => {
  await card.getByRole('button', { name: 'Reveal' }).click();
  await page.getByRole('treeitem', { name, selected: true }).waitFor();
});

test('Insert writes a reference in the words of the document, from where it lies', async () => {
  await openFile(page, join(workbench.folder, 'README.md'));
  await insert();
  await untilOnDisk(
    'README.md',
    `![A red lighthouse, \\[v2\\] \\<drawn\\>](assets/${name})# Harbor`,
  );

  await openFile(page, join(workbench.folder, 'index.html'));
  await insert();
  await untilOnDisk(
    'index.html',
    `<img src="assets/${name}" alt="A red lighthouse, [v2] &lt;drawn&gt;" width="768" height="512"><!doctype`,
  );

  await openFile(page, join(workbench.folder, 'src/styles.css'));
  await page.keyboard.press('Control+End');
  const lines = (await readFile(join(workbench.folder, 'src/styles.css'), 'utf8')).split('\n');
  await page.getByRole('button', { name: `Ln ${lines.length}, Col 1` }).waitFor();
  await insert();
  await untilOnDisk('src/styles.css', `}\nurl("../assets/${name}")`);
});

test('Open shows the picture in an editor', async () => {
  await tab(page, 'Image Generator').click();
  await card.getByRole('button', { name: 'Open' }).click();
  await tab(page, name).waitFor();
});

test('panel and history stand in every theme', async () => {
  await runCommand(page, 'View: Close All Editors');
  panel = await openPanel(page);
  await openHistory(page);
  await generate(panel, 'A ceramic cup on a windowsill, morning light');
  await generate(panel, 'An icon of a compass, flat, two colors');
  const refused = 'A crowd [simulate: content-moderated]';
  await askFor(panel, refused);
  await failureOf(panel, refused);
  await askFor(panel, 'A slow glacier [simulate: never-ready]');
  await panel.getByText('At the service: Pending').waitFor();
  await runCommand(page, 'Notifications: Clear All Notifications');
  for (const [theme, kind] of themes) {
    await runCommand(page, 'Preferences: Color Theme');
    await pick(page, theme);
    await panel.locator(`body.${kind}`).waitFor();
    await historyFrame(page).locator(`body.${kind}`).waitFor();
    await takeScreenshot(page, `theme-${kind}`);
  }
});

const themes = [
  ['Light Modern', 'vscode-light'],
  ['Dark Modern', 'vscode-dark'],
  ['Dark High Contrast', 'vscode-high-contrast'],
] as const;

/** Presses Insert in the panel, which has the file's editor behind it. */
async function insert(): Promise<void> {
  await tab(page, 'Image Generator').click();
  await resultCard(panel, prompt).getByRole('button', { name: 'Insert' }).click();
}

async function untilOnDisk(path: string, text: string): Promise<void> {
  const read = () => readFile(join(workbench.folder, path), 'utf8');
  await expect.poll(read, { timeout: 15_000 }).toContain(text);
}

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { tab } from '../support/editors';
import { namesIn } from '../support/files';
import { openHistory, openPanel, panelFrame } from '../support/frames';
import { useApiKey } from '../support/keys';
import { answerDialog, dialog, notification } from '../support/messages';
import { generate, number, promptBox, select, untilValue } from '../support/panel';
import { takeScreenshot } from '../support/screenshots';
import { chosenService, simulate } from '../support/service';
import { useWorkbench } from '../support/workbench';

const key = 'history-key';
const service = await simulate({ key });
const workbench = useWorkbench('history', {
  settings: { ...chosenService(service), 'fluxAssets.fileName': '{prompt}' },
});
/** The pictures; the asset lock lies beside them. */
const assets = async () =>
  (await namesIn(join(workbench.folder, 'assets'))).filter((name) => name.endsWith('.jpg'));
let page: Page;
let history: FrameLocator;

beforeAll(async () => {
  page = await workbench.open();
  history = await openHistory(page);
  await takeScreenshot(page, 'history-empty');
  await history.getByRole('button', { name: 'Open Image Generator' }).click();
  const panel = panelFrame(page);
  await promptBox(panel).waitFor();
  await useApiKey(page, key);
  await generate(panel, 'Anchor');
  await number(panel, 'Seed').fill('31');
  await generate(panel, 'Buoy');
  await number(panel, 'Seed').fill('');
  await generate(panel, 'Compass');
  await select(panel, 'Model').selectOption('flux-dev');
  await promptBox(panel).fill('Draft');
});

test('lists the pictures newest first, and still after a reload', async () => {
  await expect.poll(prompts).toEqual(['Compass', 'Buoy', 'Anchor']);
  await workbench.reload(page);
  history = await openHistory(page);
  await item('Compass').waitFor();
  expect(await prompts()).toEqual(['Compass', 'Buoy', 'Anchor']);
  await item('Compass').locator('img').waitFor();
});

test('is walked with the arrow keys, and Enter opens', async () => {
  await item('Compass').focus();
  await page.keyboard.press('ArrowDown');
  await untilFocused('Buoy');
  await page.keyboard.press('End');
  await untilFocused('Anchor');
  await page.keyboard.press('ArrowUp');
  await untilFocused('Buoy');
  await takeScreenshot(page, 'history-focus');
  await page.keyboard.press('Enter');
  await tab(page, 'buoy.jpg').waitFor();
});

test('Reuse settings opens the panel with prompt, model and seed', async () => {
  await press('Buoy', 'Reuse settings');
  const panel = panelFrame(page);
  await untilValue(promptBox(panel), 'Buoy');
  await untilValue(select(panel, 'Model'), 'flux-2-pro');
  await untilValue(number(panel, 'Seed'), '31');
});

test('says that a file is gone which was deleted elsewhere', async () => {
  await rm(join(workbench.folder, 'assets', 'anchor.jpg'));
  await item('Anchor').getByText('File moved or deleted').waitFor();
  expect(await item('Anchor').getAttribute('aria-label')).toContain('file missing');
  await takeScreenshot(page, 'history-missing');
  await item('Anchor').focus();
  await page.keyboard.press('Enter');
  await notification(page, 'The file was moved or deleted: assets/anchor.jpg').waitFor();
  const panel = await openPanel(page);
  await panel.getByText('The file was moved or deleted.').waitFor();
});

test('Remove takes the entry out of the list and leaves the file', async () => {
  await press('Buoy', 'Remove from history');
  await item('Buoy').waitFor({ state: 'detached' });
  expect(await assets()).toEqual(['buoy.jpg', 'compass.jpg']);
});

test('Delete file asks, and where there is no trash asks once more before it is for good', async () => {
  await press('Compass', 'Delete file');
  await takeScreenshot(page, 'history-delete');
  await answerDialog(page, 'Delete assets/compass.jpg?', 'Cancel');
  expect(await assets()).toContain('compass.jpg');

  await press('Compass', 'Delete file');
  await answerDialog(page, 'Delete assets/compass.jpg?', 'Move to Trash');
  const second = 'There is no trash here. Delete assets/compass.jpg permanently?';
  await dialog(page, second).waitFor();
  await takeScreenshot(page, 'history-delete-permanently');
  await answerDialog(page, second, 'Cancel');
  expect(await assets()).toContain('compass.jpg');
  await item('Compass').waitFor();

  await press('Compass', 'Delete file');
  await answerDialog(page, 'Delete assets/compass.jpg?', 'Move to Trash');
  await answerDialog(page, second, 'Delete Permanently');
  await item('Compass').waitFor({ state: 'detached' });
  expect(await assets()).toEqual(['buoy.jpg']);
  await workbench.reload(page);
  history = await openHistory(page);
  await item('Anchor').waitFor();
  expect(await prompts()).toEqual(['Anchor']);
});

function items(): Locator {
  return history.getByRole('list', { name: 'History' }).getByRole('listitem');
}

function item(prompt: string): Locator {
  return history.getByRole('listitem', { name: new RegExp(`^${prompt}`) });
}

/** What the entries' names start with. */
async function prompts(): Promise<string[]> {
  const labels = (await items().all()).map((entry) => entry.getAttribute('aria-label'));
  return (await Promise.all(labels)).map((label) => label?.split(',')[0] ?? '');
}

async function untilFocused(prompt: string): Promise<void> {
  await history.locator(`li:focus[aria-label^="${prompt}"]`).waitFor();
}

async function press(prompt: string, button: string): Promise<void> {
  await item(prompt).hover();
  await item(prompt).getByRole('button', { name: button }).click();
}

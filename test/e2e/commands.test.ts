import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { openFile, tab } from '../support/editors';
import { chooseFromContextMenu, explorerItem } from '../support/explorer';
import { imagesIn, namesIn } from '../support/files';
import { openPanel, panelFrame } from '../support/frames';
import { useApiKey } from '../support/keys';
import { answerNotification, notification } from '../support/messages';
import { answerInputBox, pick, pickLabels, quickInput, runCommand } from '../support/palette';
import { openPick, untilFirst } from '../support/picks';
import { askFor, failureOf, generate, promptBox, select, untilValue } from '../support/panel';
import { takeScreenshot } from '../support/screenshots';
import { chosenService, posts, simulate } from '../support/service';
import { useWorkbench } from '../support/workbench';

const key = 'commands-key';
const service = await simulate({ key });
const workbench = useWorkbench('commands', {
  settings: { ...chosenService(service), 'fluxAssets.defaultModel': 'flux-pro-1.1' },
});
const patience = { timeout: 15_000 };
const assets = () => join(workbench.folder, 'assets');
let page: Page;
let panel: FrameLocator;

beforeAll(async () => {
  page = await workbench.open();
  panel = panelFrame(page);
  await useApiKey(page, key);
});

test('Generate Image… asks for prompt and model, the default first, and Cancel ends it', async () => {
  const prompt = 'A snail [simulate: never-ready]';
  await runCommand(page, 'Flux Assets: Generate Image…');
  await takeScreenshot(page, 'command-prompt');
  await answerInputBox(page, 'What should the picture show?', prompt);
  await untilFirst(page, 'FLUX1.1 [pro]');
  await takeScreenshot(page, 'command-model');
  await pick(page, 'FLUX1.1 [pro]');
  await notification(page, 'Generating an image with FLUX1.1 [pro]').waitFor();
  await expect.poll(() => posts(service).length).toBe(1);
  await takeScreenshot(page, 'command-progress');
  await answerNotification(page, 'Generating an image with FLUX1.1 [pro]', 'Cancel');
  await notification(page, 'Canceled here. The service has no cancel').waitFor();
  expect(await namesIn(assets())).toEqual([]);
});

test('Generate Image… tells where the picture was saved, and opens it', async () => {
  await runCommand(page, 'Flux Assets: Generate Image…');
  await answerInputBox(page, 'What should the picture show?', 'A hare');
  await pick(page, 'FLUX1.1 [pro]');
  const [file = ''] = await imagesIn(assets(), 1);
  const name = basename(file);
  await takeScreenshot(page, 'command-saved');
  await answerNotification(page, `Saved assets/${name}`, 'Open');
  await tab(page, name).waitFor();
});

test('Edit Image… opens the panel with the picture as reference and a model that edits', async () => {
  const [file = ''] = await imagesIn(assets(), 1);
  const name = basename(file);
  // The editor that shows the picture has made the explorer show it too.
  await chooseFromContextMenu(page, explorerItem(page, name), 'Edit Image…');
  const references = panel.getByRole('group', { name: 'Reference images' });
  await references.getByText(name).waitFor();
  await untilValue(select(panel, 'Model'), 'flux-2-pro');
  await takeScreenshot(page, 'command-edit');
  await generate(panel, 'The hare wears a hat');
  await imagesIn(assets(), 2);
  const post = posts(service).at(-1);
  expect(post?.path).toBe('/v1/flux-2-pro');
  expect(post?.body).toMatchObject({
    prompt: 'The hare wears a hat',
    input_image: await readFile(file, 'base64'),
  });
});

test('Generate Image from Selection makes a prompt of a comment', async () => {
  await openFile(page, join(workbench.folder, 'src/beans.js'));
  const line = page.locator('.view-line').first();
  await line.click();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+End');
  await page.locator('.view-overlays .selected-text').first().waitFor();
  await chooseFromContextMenu(page, line, 'Generate Image from Selection');
  await untilValue(
    promptBox(panel),
    'Each bean needs a picture: the bag on a wooden table, soft morning light, square.',
  );
});

test('Select Provider and Select Model change what the panel shows', async () => {
  await openPick(page, 'Flux Assets: Select Provider');
  await expect.poll(() => pickLabels(page), patience).toHaveLength(4);
  await pick(page, 'Demo (placeholders, free)');
  await untilValue(select(panel, 'Provider'), 'demo');
  await openPick(page, 'Flux Assets: Select Provider');
  await pick(page, 'Custom');
  await untilValue(select(panel, 'Provider'), 'custom');
  await openPick(page, 'Flux Assets: Select Model');
  await pick(page, 'FLUX.2 [flex]');
  await untilValue(select(panel, 'Model'), 'flux-2-flex');
  await openPick(page, 'Flux Assets: Select Model');
  await untilFirst(page, 'FLUX.2 [flex]');
  await page.keyboard.press('Escape');
});

test('Show Running Tasks lists them, each with a way to cancel it', async () => {
  await runCommand(page, 'Flux Assets: Show Running Tasks');
  const input = quickInput(page).locator('input.input');
  await expect.poll(() => input.getAttribute('placeholder')).toBe('No task is running.');
  await page.keyboard.press('Escape');

  const prompt = 'A tortoise [simulate: never-ready]';
  panel = await openPanel(page);
  await askFor(panel, prompt);
  await panel.getByText('At the service: Pending').waitFor();
  await runCommand(page, 'Flux Assets: Show Running Tasks');
  const row = quickInput(page).getByRole('option').filter({ hasText: prompt });
  await row.waitFor();
  await takeScreenshot(page, 'command-tasks');
  await row.hover();
  await row.getByRole('button', { name: 'Cancel' }).click();
  await row.getByText('Can still be fetched').waitFor();
  await expect.poll(() => input.getAttribute('placeholder')).toBe('No task is running.');
  await page.keyboard.press('Escape');
  expect(await failureOf(panel, prompt)).toContain('Canceled here.');
});

test('Show Log shows the log of the extension', async () => {
  await runCommand(page, 'Flux Assets: Show Log');
  const output = page.locator('.part.panel');
  await output.getByRole('combobox').and(page.locator('select')).first().waitFor();
  const channel = () => output.locator('select option:checked').first().textContent();
  await expect.poll(channel, patience).toBe('Flux Assets');
  await takeScreenshot(page, 'command-log');
});

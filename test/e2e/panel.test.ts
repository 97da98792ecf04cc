import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { openFile, tab } from '../support/editors';
import { openPanel, panelFrame } from '../support/frames';
import { useApiKey } from '../support/keys';
import { untilRemembered } from '../support/memory';
import { runCommand } from '../support/palette';
import { number, pressGenerate, promptBox, select, untilValue } from '../support/panel';
import { takeScreenshot } from '../support/screenshots';
import { chosenService, posts, simulate } from '../support/service';
import { useWorkbench } from '../support/workbench';

const key = 'panel-key';
const service = await simulate({ key });
const workbench = useWorkbench('panel', { settings: chosenService(service) });
let page: Page;
let panel: FrameLocator;

beforeAll(async () => {
  page = await workbench.open();
  panel = await openPanel(page);
  await useApiKey(page, key);
});

test('bad input is told at its field, with the value that would do, and nothing is sent', async () => {
  await pressGenerate(panel);
  await problem('prompt', 'Describe the picture first.').waitFor();
  expect(await promptBox(panel).getAttribute('aria-invalid')).toBe('true');
  await promptBox(panel).fill('A kite');
  await problem('prompt', 'Describe').waitFor({ state: 'detached' });

  await number(panel, 'Width').fill('32');
  await pressGenerate(panel);
  await problem('width', 'Enter 64 or more.').waitFor();
  await number(panel, 'Number of images').fill('0');
  await pressGenerate(panel);
  await problem('count', 'Enter 1 or more.').waitFor();
  await takeScreenshot(page, 'panel-problems');
  await panel.getByRole('button', { name: 'Use 64' }).click();
  await untilValue(number(panel, 'Width'), '64');
  await problem('width', 'Enter').waitFor({ state: 'detached' });
  await number(panel, 'Number of images').fill('1');
  expect(posts(service)).toEqual([]);
});

test('a size off the step is not snapped: the field says so and offers the nearest', async () => {
  await select(panel, 'Model').selectOption('flux-dev');
  await number(panel, 'Width').fill('1000');
  await pressGenerate(panel);
  await problem('width', 'Enter a multiple of 32: the service takes no others.').waitFor();
  expect(await number(panel, 'Width').inputValue()).toBe('1000');
  await takeScreenshot(page, 'panel-off-step');
  await panel.getByRole('button', { name: 'Use 992' }).click();
  await untilValue(number(panel, 'Width'), '992');
  await problem('width', 'Enter').waitFor({ state: 'detached' });
  expect(posts(service)).toEqual([]);
});

test('what a service insists on holds there alone: the relay takes steps of 32 of FLUX.2 too', async () => {
  await select(panel, 'Model').selectOption('flux-2-pro');
  await number(panel, 'Width').fill('1000');
  await panel.getByText('Multiples of 16 are recommended.').waitFor();
  await problem('width', 'Enter').waitFor({ state: 'detached' });
  await select(panel, 'Provider').selectOption('openai-hk');
  await panel.getByText('No API key is set for OpenAI-HK (api.openai-hk.com).').waitFor();
  await problem('width', 'Enter a multiple of 32').waitFor();
  const listed = await select(panel, 'Model').locator('option').allTextContents();
  expect(listed.slice(0, 11).join()).not.toContain('not confirmed');
  expect(listed).toContain('FLUX 3 Image (not confirmed on this service)');
  expect(listed.at(-1)).toBe('Other model…');
  await takeScreenshot(page, 'panel-relay');
  await select(panel, 'Provider').selectOption('custom');
  await problem('width', 'Enter').waitFor({ state: 'detached' });
});

test('each model has its own fields and no others', async () => {
  await select(panel, 'Model').selectOption('flux-2-pro');
  expect(await labels()).toEqual(
    expect.arrayContaining(['Prompt', 'Width', 'Height', 'Seed', 'Enhance prompt']),
  );
  expect(await labels()).not.toContain('Steps');
  await select(panel, 'Model').selectOption('flux-pro-1.1-ultra');
  await panel.getByLabel('Raw').waitFor();
  expect(await labels()).toEqual(expect.arrayContaining(['Aspect ratio', 'Raw', 'Seed']));
  expect(await labels()).not.toEqual(expect.arrayContaining(['Width']));
  await takeScreenshot(page, 'panel-ultra');
  await select(panel, 'Model').selectOption('flux-3-image');
  await panel.getByLabel('Raw').waitFor({ state: 'detached' });
  expect(await labels()).not.toContain('Seed');
  expect(await labels()).toContain('Resolution');
  await select(panel, 'Model').selectOption('flux-dev');
  await number(panel, 'Steps').waitFor();
  await number(panel, 'Guidance').waitFor();
});

test('the draft stays over a tab in front, a move and a reload of the window', async () => {
  await select(panel, 'Model').selectOption('flux-dev');
  await promptBox(panel).fill('A paper boat, unfinished');
  await number(panel, 'Width').fill('640');
  await number(panel, 'Seed').fill('77');

  await openFile(page, join(workbench.folder, 'README.md'));
  await tab(page, 'Image Generator').click();
  await expectDraft();

  await runCommand(page, 'View: Move Editor into Next Group');
  await expect.poll(() => page.locator('.editor-group-container').count()).toBe(2);
  await expectDraft();

  await untilRemembered(page, /seed\W+77/);
  await workbench.reload(page);
  await tab(page, 'Image Generator').click();
  panel = panelFrame(page);
  await expectDraft();
});

test('words typed a moment before a reload are there again, though the editor forgot the tab', async () => {
  await promptBox(panel).fill('A paper kite');
  await expect.poll(() => workbench.kept('draft.json')).toContain('A paper kite');
  await workbench.reload(page);
  panel = await openPanel(page);
  await untilValue(promptBox(panel), 'A paper kite');
});

/** The words below a field that say what is wrong with it. */
function problem(field: string, text: string) {
  return panel.locator(`#field-${field}-problem`).getByText(text);
}

/** The labels of all the fields that are there. */
async function labels(): Promise<string[]> {
  return panel.locator('label').allTextContents();
}

async function expectDraft(): Promise<void> {
  await untilValue(promptBox(panel), 'A paper boat, unfinished');
  await untilValue(select(panel, 'Model'), 'flux-dev');
  await untilValue(number(panel, 'Width'), '640');
  await untilValue(number(panel, 'Seed'), '77');
}

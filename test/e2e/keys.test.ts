import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { imagesIn, measure } from '../support/files';
import { openHistory, openPanel } from '../support/frames';
import { setApiKey } from '../support/keys';
import { notification } from '../support/messages';
import { answerInputBox, pick, pickLabels, quickInput, runCommand } from '../support/palette';
import { askFor, failureOf, generate, pressGenerate, select, untilValue } from '../support/panel';
import { takeScreenshot } from '../support/screenshots';
import { chosenService, customService, posts, relayWay, simulate } from '../support/service';
import { useWorkbench } from '../support/workbench';

const key = 'typed-key-5d1f0c7b';
const relayKey = 'relay-key-93ab42e6';
const service = await simulate({ key, regional: 'same-origin' });
const relay = await simulate({ key: relayKey, dialect: 'relay' });
const workbench = useWorkbench('keys', { settings: customService(service) });
const custom = 'Custom';
const assets = () => join(workbench.folder, 'assets');

describe('a service with x-key', () => {
  let page: Page;
  let panel: FrameLocator;

  beforeAll(async () => {
    page = await workbench.open();
    panel = await openPanel(page);
  });

  test('while demo is chosen, Set API Key asks for the provider, checks the key and switches', async () => {
    expect(await select(panel, 'Provider').inputValue()).toBe('demo');
    await panel.getByRole('button', { name: 'Set API Key' }).click();
    const offered = await pickLabels(page);
    expect(offered).toHaveLength(3);
    expect(offered.join()).not.toContain('Demo');
    await takeScreenshot(page, 'key-provider');
    await pick(page, custom);
    const box = page.locator('.quick-input-widget:visible input.input');
    await expect.poll(() => box.getAttribute('type')).toBe('password');
    await answerInputBox(page, `API Key for ${custom}`, key);
    await notification(
      page,
      `The API key for ${custom} works. Balance: 1,000,000 credits.`,
    ).waitFor();
    await untilValue(select(panel, 'Provider'), 'custom');
    expect(posts(service)).toHaveLength(0);
    await takeScreenshot(page, 'key-works');
  });

  test('the key makes a picture and goes to the API alone', async () => {
    await generate(panel, 'A brass key on a blue door');
    await expectPicture(page, 'a-brass-key-on-a-blue-door', 'A brass key on a blue door', 1);
    const api = service.requests.filter(({ listener }) => listener !== 'delivery');
    const delivery = service.requests.filter(({ listener }) => listener === 'delivery');
    expect(posts(service)).toHaveLength(1);
    expect(delivery).not.toHaveLength(0);
    for (const { headers } of api) {
      expect(headers['x-key']).toBe(key);
      expect(headers).not.toHaveProperty('authorization');
    }
    expect(JSON.stringify(delivery)).not.toContain(key);
  });

  test('the key is used again after a reload of the window', async () => {
    await workbench.reload(page);
    panel = await openPanel(page);
    await generate(panel, 'The same door at night');
    await imagesIn(assets(), 2);
    expect(posts(service).map(({ headers }) => headers['x-key'])).toEqual([key, key]);
  });

  test('the key is in no page, on no console and in no file', async () => {
    const pages = await Promise.all(page.frames().map((frame) => frame.content()));
    expect(pages.join()).toContain('The same door at night');
    expect(pages.join()).not.toContain(key);
    expect(workbench.console.join()).not.toContain(key);
    const files = await textsBelow(join(workbench.folder, '..'));
    expect(files.some(([, text]) => text.includes('A brass key on a blue door'))).toBe(true);
    expect(files.filter(([, text]) => text.includes(key)).map(([name]) => name)).toEqual([]);
  });

  test('a key that the service refuses is told when it is set and when it is used', async () => {
    const sentence = `${custom} does not accept this API key. It is saved all the same.`;
    await setApiKey(page, 'another-key', sentence);
    await takeScreenshot(page, 'key-refused');
    await askFor(panel, 'A door that stays shut');
    const told = await failureOf(panel, 'A door that stays shut');
    expect(told).toContain('The service does not accept the API key.');
    expect(told).toContain('Not authenticated - Invalid Authentication');
    expect(told).toContain('Nothing was charged.');
    await imagesIn(assets(), 2);
  });

  test('without its key Generate asks for it; without an answer it says so and sends nothing', async () => {
    await runCommand(page, 'Flux Assets: Remove API Key');
    await notification(page, `The API key for ${custom} was removed.`).waitFor();
    await panel.getByText(`No API key is set for ${custom}.`).waitFor();
    const before = service.requests.length;
    await askFor(panel, 'A door without a key');
    const question = quickInput(page).filter({ hasText: `API Key for ${custom}` });
    await question.waitFor();
    await page.keyboard.press('Escape');
    expect(await failureOf(panel, 'A door without a key')).toBe(
      'No API key is set for this provider. Set one with Set API Key. Nothing was charged.',
    );
    expect(service.requests).toHaveLength(before);
    expect(await select(panel, 'Provider').inputValue()).toBe('custom');
    await takeScreenshot(page, 'key-missing');
    await runCommand(page, 'Flux Assets: Remove API Key');
    await notification(page, 'No API key is stored.').waitFor();

    await pressGenerate(panel);
    await answerInputBox(page, `API Key for ${custom}`, key);
    await imagesIn(assets(), 3);
    await page.close();
  });
});

test('a relay takes the key as bearer; that it cannot be checked is said', async () => {
  await workbench.setSettings(chosenService(relay, relayWay));
  const page = await workbench.open();
  const panel = await openPanel(page);
  const sentence = `The API key for ${custom} is saved. Whether it works cannot be checked`;
  await setApiKey(page, relayKey, sentence);
  await generate(panel, 'A bear at a relay race');
  await expectPicture(page, 'a-bear-at-a-relay-race', 'A bear at a relay race', 4);
  const [post, ...others] = posts(relay);
  expect(others).toEqual([]);
  expect(post?.headers.authorization).toBe(`Bearer ${relayKey}`);
  expect(post?.headers).not.toHaveProperty('x-key');
  const polls = relay.requests.filter(({ path }) => path.startsWith('/v1/get_result?id='));
  expect(polls).not.toHaveLength(0);
  expect(polls.every(({ headers }) => headers.authorization === `Bearer ${relayKey}`)).toBe(true);
  const delivery = relay.requests.filter(({ listener }) => listener === 'delivery');
  expect(delivery).not.toHaveLength(0);
  expect(JSON.stringify(delivery)).not.toContain(relayKey);
});

/** The picture of a prompt is a file of the bytes that it says, and the newest in the history. */
async function expectPicture(page: Page, name: string, prompt: string, files: number) {
  const paths = await imagesIn(assets(), files);
  const path = paths.find((each) => basename(each).startsWith(name)) ?? '';
  expect(await measure(path)).toEqual({ format: 'jpeg', width: 1024, height: 1024 });
  expect(path).toMatch(/\.jpg$/);
  const history = await openHistory(page);
  const newest = history.getByRole('list', { name: 'History' }).getByRole('listitem').first();
  await expect.poll(() => newest.getAttribute('aria-label')).toMatch(new RegExp(`^${prompt}`));
}

/** Every file below a folder with its bytes as text: settings, logs, histories, pictures. */
async function textsBelow(folder: string): Promise<readonly (readonly [string, string])[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(
    files.map(async (file) => {
      const path = join(file.parentPath, file.name);
      return [path, await readFile(path, 'latin1')] as const;
    }),
  );
}

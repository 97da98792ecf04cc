import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { imageSize } from 'image-size';
import type { FrameLocator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { openAvif } from '../../src/codecs/avif';
import { chooseFromSubmenu, explorerItem } from '../support/explorer';
import { namesIn } from '../support/files';
import { openHistory, openPanel } from '../support/frames';
import { answerNotification, notification } from '../support/messages';
import { answerInputBox, pick, quickInput } from '../support/palette';
import { generate } from '../support/panel';
import { takeScreenshot } from '../support/screenshots';
import { useWorkbench } from '../support/workbench';

const workbench = useWorkbench('makeFiles', { settings: { 'fluxAssets.fileName': '{prompt}' } });
const inSite = (...path: string[]) => join(workbench.folder, ...path);
let page: Page;
let history: FrameLocator;

beforeAll(async () => {
  page = await workbench.open();
  await generate(await openPanel(page), 'Harbor');
  history = await openHistory(page);
});

test('the history makes sizes for screens of every density, and a srcset', async () => {
  await press('Make files');
  await quickInput(page).getByText('Favicon and Web App Icons').waitFor();
  await takeScreenshot(page, 'make-files-choices');
  await pick(page, 'Sizes @1x, @2x, @3x…');
  await takeScreenshot(page, 'make-files-width');
  await answerInputBox(page, 'Width on the page', '400');
  await quickInput(page)
    .getByText('In which format?')
    .or(quickInput(page).getByText('AVIF'))
    .first()
    .waitFor();
  await takeScreenshot(page, 'make-files-format');
  await pick(page, 'WebP');
  await answerInputBox(page, 'Quality of the WebP', '75');
  await quickInput(page).getByText('harbor@2x.webp').first().waitFor();
  await takeScreenshot(page, 'make-files-list');
  await page.keyboard.press('Enter');
  await notification(page, 'Made 2 files').waitFor();
  await takeScreenshot(page, 'make-files-made');
  await answerNotification(page, 'Made 2 files', 'Copy srcset');
  await expect
    .poll(() => page.evaluate('navigator.clipboard.readText()'))
    .toMatch(/harbor\.webp 1x, .*harbor@2x\.webp 2x$/);
  expect(await namesIn(inSite('assets'))).toEqual(
    expect.arrayContaining(['harbor.webp', 'harbor@2x.webp']),
  );
  expect(imageSize(await readFile(inSite('assets', 'harbor@2x.webp')))).toMatchObject({
    type: 'webp',
    width: 800,
  });
});

test('the explorer makes the icons of a web app, where the site serves them, and a manifest', async () => {
  await press('Reveal');
  await chooseFromSubmenu(page, explorerItem(page, 'harbor.jpg'), 'Flux Assets', 'Make Files…');
  await pick(page, 'Favicon and Web App Icons');
  await quickInput(page).getByText('apple-touch-icon.png').first().waitFor();
  await takeScreenshot(page, 'make-icons-list');
  await page.keyboard.press('Enter');
  await notification(page, 'Made 5 files').waitFor();
  await takeScreenshot(page, 'make-icons-made');
  await answerNotification(page, 'Made 5 files', 'Make Manifest');
  await notification(page, 'manifest.webmanifest with the icons').waitFor();
  expect(await namesIn(inSite('public'))).toEqual([
    'apple-touch-icon.png',
    'favicon.ico',
    'icon-192.png',
    'icon-512.png',
    'icon-maskable-512.png',
    'manifest.webmanifest',
  ]);
  await takeScreenshot(page, 'make-icons-manifest');
  await answerNotification(page, 'manifest.webmanifest with the icons', 'Copy HTML');
  await expect
    .poll(() => page.evaluate('navigator.clipboard.readText()'))
    .toContain('<link rel="manifest" href="/manifest.webmanifest">');
});

test('the explorer makes files of an AVIF too, and says that nothing is known of it', async () => {
  const data = new Uint8ClampedArray(64 * 64 * 4).fill(200);
  await writeFile(
    inSite('gull.avif'),
    await openAvif().encode({ width: 64, height: 64, data }, 50),
  );
  const gull = explorerItem(page, 'gull.avif');
  await gull.waitFor();
  await chooseFromSubmenu(page, gull, 'Flux Assets', 'Make Files…');
  await pick(page, 'Favicon and Web App Icons');
  await quickInput(page).getByText('apple-touch-icon').first().waitFor();
  await takeScreenshot(page, 'make-avif-list');
  await page.keyboard.press('Escape');
  await chooseFromSubmenu(page, gull, 'Flux Assets', 'Show How This Was Made');
  await page.getByText(/written\sinto\san\sAVIF/).waitFor();
  await takeScreenshot(page, 'how-avif');
});

async function press(button: string): Promise<void> {
  const item = history.getByRole('listitem', { name: /^Harbor/ });
  await item.hover();
  await item.getByRole('button', { name: button }).click();
}

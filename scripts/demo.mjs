import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { workbenchAddress } from './lib/address.mjs';
import { newWorkbenchContext } from './lib/browserContext.mjs';
import { ensureChromium, launchChromium } from './lib/chromium.mjs';
import { newestHost } from './lib/hosts.mjs';
import { requireNode } from './lib/nodeVersion.mjs';
import { hostsFolder, resultsFolder } from './lib/paths.mjs';
import { copySample, installExtensions, prepareEverything } from './lib/preparation.mjs';
import { startServer } from './lib/server.mjs';
import { Failure, main, step } from './lib/steps.mjs';

// npm run demo: the main job without hands or screen: a prompt, Generate, a picture in the sample project.

requireNode();
const prompt = 'The old pier at dawn, fishing boats, warm light in a café window';
const patience = 90_000;

await main(async () => {
  await prepareEverything();
  await step('Finding Chromium', ensureChromium);
  const folder = join(hostsFolder, 'demo');
  const site = join(folder, 'harbor-coffee');
  const dataFolder = join(folder, 'data');
  await rm(folder, { recursive: true, force: true });
  await step('Copying the sample project', () => copySample(site, { anew: true }));
  await step('Installing the extension', () => installExtensions(dataFolder));
  const log = join(resultsFolder, 'demo-server.log');
  const server = await step('Starting VS Code', () =>
    startServer({ version: newestHost, dataFolder, log }),
  );
  try {
    await generateOne(workbenchAddress(server.port, site), join(site, 'assets'));
  } finally {
    await server.stop();
  }
});

async function generateOne(address, assets) {
  const screenshot = join(resultsFolder, 'screenshots', 'demo.png');
  const browser = await launchChromium();
  try {
    const page = await (await newWorkbenchContext(browser)).newPage();
    page.setDefaultTimeout(patience);
    const file = await step('Generating a picture', () => drive(page, address, assets)).catch(
      async (error) => {
        await page.screenshot({ path: screenshot });
        throw new Failure(`No picture: ${error.message}\nThe window as it was: ${screenshot}`);
      },
    );
    await page.getByRole('treeitem', { name: 'assets' }).waitFor();
    await page.screenshot({ path: screenshot });
    console.log(`\nPicture:     ${file}\nScreenshot:  ${screenshot}`);
  } finally {
    await browser.close();
  }
}

/** Does what a user would, and resolves with the path of the picture when it is on disk and in the panel. */
async function drive(page, address, assets) {
  await page.goto(address);
  const panel = page
    .frameLocator('iframe.webview[src*="extensionId=flux-assets.flux-assets"]')
    .frameLocator('#active-frame');
  await panel.getByRole('textbox', { name: 'Prompt' }).fill(prompt);
  await panel.getByRole('button', { name: /^Generate/ }).click();
  await panel.getByRole('region', { name: 'Results' }).getByRole('img', { name: prompt }).waitFor();
  await panel.getByRole('textbox', { name: 'Prompt' }).scrollIntoViewIfNeeded();
  return savedPicture(assets);
}

async function savedPicture(assets) {
  for (const deadline = Date.now() + patience; Date.now() < deadline; await sleep(200)) {
    const names = await readdir(assets).catch(() => []);
    const name = names.find((candidate) => /\.(png|jpe?g|webp)$/.test(candidate));
    if (name !== undefined) return join(assets, name);
  }
  throw new Error(`no picture in ${assets}`);
}

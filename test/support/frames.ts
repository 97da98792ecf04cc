import type { FrameLocator, Page } from 'playwright-core';
import { runCommand } from './palette';

const ours = 'iframe.webview[src*="extensionId=flux-assets.flux-assets"]';

/** Opens the generator panel, or brings it to the front, and resolves with its page once it is drawn. */
export async function openPanel(page: Page): Promise<FrameLocator> {
  await runCommand(page, 'Flux Assets: Open Image Generator');
  const frame = panelFrame(page);
  await frame.getByRole('textbox', { name: 'Prompt' }).waitFor();
  return frame;
}

/** The page in the generator panel. */
export function panelFrame(page: Page): FrameLocator {
  return page
    .frameLocator(`${ours}:not([src*="purpose=webviewView"])`)
    .frameLocator('#active-frame');
}

/** Shows the history view and resolves with its page once it is drawn. */
export async function openHistory(page: Page): Promise<FrameLocator> {
  await runCommand(page, 'View: Show Flux Assets');
  const frame = historyFrame(page);
  await frame.locator('body *').first().waitFor();
  return frame;
}

/** The page in the history view. */
export function historyFrame(page: Page): FrameLocator {
  return page.frameLocator(`${ours}[src*="purpose=webviewView"]`).frameLocator('#active-frame');
}

/** The history view's page where no panel is open: shown again, the editor no longer marks it as a view's. */
export function onlyFrame(page: Page): FrameLocator {
  return page.frameLocator(ours).frameLocator('#active-frame');
}

import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { resultsFolder } from '../../scripts/lib/paths.mjs';

/** Pictures a window into test-results/screenshots; resolves with the file's path. */
export async function takeScreenshot(page: Page, name: string): Promise<string> {
  const path = join(resultsFolder, 'screenshots', `${name}.png`);
  await page.screenshot({ path, animations: 'disabled' });
  return path;
}

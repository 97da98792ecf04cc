import type { Locator, Page } from 'playwright-core';
import { openQuickInput, pickFrom } from './palette';

/** The editor tab of that name. */
export function tab(page: Page, name: string): Locator {
  return page.getByRole('tab', { name: new RegExp(`^${escaped(name)}`) });
}

/**
 * Opens a file by its absolute path, as Go to File does, and puts the cursor into it. A path is looked up on disk at
 * once; a name would wait for the search of the whole workspace.
 */
export async function openFile(page: Page, path: string): Promise<void> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  await pickFrom(page, () => openQuickInput(page, 'Control+p'), path, name);
  await tab(page, name).waitFor();
  await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

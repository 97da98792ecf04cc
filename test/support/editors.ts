import type { Locator, Page } from 'playwright-core';
import { quickInput, runCommand } from './palette';

/** The editor tab of that name. */
export function tab(page: Page, name: string): Locator {
  return page.getByRole('tab', { name: new RegExp(`^${escaped(name)}`) });
}

/**
 * Opens a file by its absolute path, as Open File does, and puts the cursor into it. Go to File would wait for the
 * search of the whole workspace, which takes its time on a busy machine.
 */
export async function openFile(page: Page, path: string): Promise<void> {
  const at = path.lastIndexOf('/') + 1;
  const name = path.slice(at);
  await runCommand(page, 'File: Open File...');
  const dialog = quickInput(page).filter({ hasText: 'Open File' });
  // The dialog starts with a folder of its own; what is typed before that is there is overwritten.
  await dialog.getByRole('option').first().waitFor();
  await dialog.locator('input.input').fill(path.slice(0, at));
  await dialog
    .getByRole('option')
    .filter({ has: page.locator('.label-name').getByText(name, { exact: true }) })
    .click();
  await tab(page, name).waitFor();
  await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

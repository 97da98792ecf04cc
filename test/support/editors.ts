import type { Locator, Page } from 'playwright-core';
import { pickFrom, quickInput } from './palette';

/** The editor tab of that name. */
export function tab(page: Page, name: string): Locator {
  return page.getByRole('tab', { name: new RegExp(`^${escaped(name)}`) });
}

/** Opens a file of the workspace by its path, as Go to File does, and puts the cursor into it. */
export async function openFile(page: Page, path: string): Promise<void> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const open = async () => {
    const input = quickInput(page).locator('input.input');
    await page.keyboard.press('Control+p');
    await input.waitFor();
    return input;
  };
  await pickFrom(page, open, path, name);
  await tab(page, name).waitFor();
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

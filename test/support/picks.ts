import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { pickLabels, quickInput, runCommand } from './palette';

/**
 * Runs a command that opens a quick pick. A page in an editor that gets its focus back late from the palette closes
 * the pick: then the command is run again.
 */
export async function openPick(page: Page, command: string): Promise<void> {
  const row = quickInput(page).getByRole('option').first();
  for (let tries = 1; ; tries++) {
    await runCommand(page, command);
    try {
      await row.waitFor({ timeout: 5000 });
      return;
    } catch (error) {
      if (tries === 3) throw error;
    }
  }
}

/** Waits until the first row of the open quick pick has this label. */
export async function untilFirst(page: Page, label: string): Promise<void> {
  await expect.poll(async () => (await pickLabels(page))[0], { timeout: 15_000 }).toBe(label);
}

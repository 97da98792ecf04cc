import type { Locator, Page } from 'playwright-core';

/** Runs a command by the words that the palette shows: `Flux Assets: Open Image Generator`. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await pickFrom(page, () => openPalette(page), `>${title}`, title);
}

/**
 * Opens a quick pick, types and picks the row with this label. An editor that a new window restores takes the focus,
 * which closes the pick under one's hands: then it is opened again.
 */
export async function pickFrom(
  page: Page,
  open: () => Promise<Locator>,
  typed: string,
  label: string,
): Promise<void> {
  const row = quickPickRow(page, label).first();
  for (let tries = 1; ; tries++) {
    try {
      const input = await open();
      await input.fill(typed, { timeout: 3000 });
      await row.click({ timeout: 5000 });
      return;
    } catch (error) {
      if (tries === 4) throw error;
    }
  }
}

/** Whether the palette offers a command of that name. */
export async function hasCommand(page: Page, title: string): Promise<boolean> {
  const input = await openPalette(page);
  await input.fill(`>${title}`);
  const rows = quickInput(page).getByRole('option');
  await rows.first().waitFor();
  const found = (await quickPickRow(page, title).count()) > 0;
  await page.keyboard.press('Escape');
  return found;
}

/** The open quick pick or input box. */
export function quickInput(page: Page): Locator {
  return page.locator('.quick-input-widget:visible');
}

/** Answers the open input box, once its title or prompt shows `about`. */
export async function answerInputBox(page: Page, about: string | RegExp, text: string) {
  const box = quickInput(page).filter({ hasText: about });
  await box.waitFor();
  await box.locator('input.input').fill(text);
  await page.keyboard.press('Enter');
}

/** Picks the row that has this label in the open quick pick. */
export async function pick(page: Page, label: string): Promise<void> {
  await quickPickRow(page, label).first().click();
}

/** The labels of the rows of the open quick pick, as far as it has drawn them. */
export async function pickLabels(page: Page): Promise<string[]> {
  await quickInput(page).getByRole('option').first().waitFor();
  return quickInput(page).locator('.quick-input-list-row .label-name').allTextContents();
}

function quickPickRow(page: Page, label: string): Locator {
  return quickInput(page)
    .getByRole('option')
    .filter({ has: page.locator('.label-name').getByText(label, { exact: true }) });
}

async function openPalette(page: Page): Promise<Locator> {
  const input = quickInput(page).locator('input.input');
  // A webview that is being loaded swallows the key; pressing it again in an open palette changes nothing.
  for (let presses = 0; presses < 20; presses++) {
    await page.keyboard.press('F1');
    const open = await input.waitFor({ timeout: 1000 }).then(
      () => true,
      () => false,
    );
    if (open) return input;
  }
  throw new Error('The command palette does not open.');
}

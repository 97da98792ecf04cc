import type { Locator, Page } from 'playwright-core';

/** A row's first line; its second is the detail. */
const labels = '.quick-input-list-row:first-child .label-name';

/** Runs a command by the words that the palette shows: `Flux Assets: Open Image Generator`. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await pickFrom(page, () => openPalette(page), `>${title}`, title);
  // What the command opens next is the same widget: until the palette has left it, nothing may be typed there.
  for (const end = Date.now() + 30_000; (await typedText(page)).startsWith('>');) {
    if (Date.now() > end) throw new Error(`The palette does not close after ${title}.`);
    await page.waitForTimeout(50);
  }
}

async function typedText(page: Page): Promise<string> {
  const [text = ''] = await quickInput(page).locator('input.input').evaluateAll(values);
  return text;
}

/**
 * Opens a quick pick, types and picks the row with this label. An editor that a new window restores takes the focus,
 * which closes the pick under one's hands: then it is opened again.
 */
async function pickFrom(
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

/** Opens the dialog for a file and saves at this path; again, where it was closed as in `pickFrom`, until `saved` resolves. */
export async function saveAt(
  page: Page,
  path: string,
  open: () => Promise<void>,
  saved: () => Promise<void>,
): Promise<void> {
  const input = quickInput(page).locator('input.input');
  for (let tries = 1; ; tries++) {
    try {
      if ((await input.count()) === 0) await open();
      await quickInput(page).getByRole('option').first().waitFor({ timeout: 20_000 });
      // While it still lists a folder, the dialog may write its own proposal over this, and OK only leads there.
      await input.fill(path, { timeout: 3000 });
      await quickInput(page).getByRole('button', { name: 'OK' }).click({ timeout: 3000 });
      await saved();
      return;
    } catch (error) {
      if (tries === 4) throw error;
    }
  }
}

/** Picks the row that has this label in the open quick pick, however long its list is. */
export async function pick(page: Page, label: string): Promise<void> {
  await quickInput(page).locator('input.input').fill(label);
  await quickPickRow(page, label).first().click();
}

/** The labels of the rows of the open quick pick, as far as it has drawn them by now: poll for what you expect. */
export async function pickLabels(page: Page): Promise<string[]> {
  await quickInput(page).getByRole('option').first().waitFor();
  return quickInput(page).locator(labels).allTextContents();
}

function quickPickRow(page: Page, label: string): Locator {
  return quickInput(page)
    .getByRole('option')
    .filter({ has: page.locator(labels).getByText(label, { exact: true }) });
}

function openPalette(page: Page): Promise<Locator> {
  return openQuickInput(page, 'F1');
}

/** Presses the key that opens a quick pick, and resolves with the pick's input. */
async function openQuickInput(page: Page, key: string): Promise<Locator> {
  const input = quickInput(page).locator('input.input');
  // A webview that is being loaded swallows the key; pressing it again in an open palette changes nothing.
  for (let presses = 0; presses < 20; presses++) {
    await page.keyboard.press(key);
    const open = await input.waitFor({ timeout: 1000 }).then(
      () => true,
      () => false,
    );
    if (open) return input;
  }
  throw new Error(`${key} opens no quick pick.`);
}

/** Runs in the page; this side's compiler knows no DOM. */
function values(inputs: readonly unknown[]): string[] {
  return inputs.map((input) => (input as { value: string }).value);
}

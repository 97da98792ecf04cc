import type { Locator, Page } from 'playwright-core';

/** The notification that says this; wait for it with `waitFor()`. */
export function notification(page: Page, text: string | RegExp): Locator {
  return page.locator('.notification-list-item').filter({ hasText: text }).first();
}

/** Presses a button of the notification that says this. */
export async function answerNotification(page: Page, text: string | RegExp, button: string) {
  await notification(page, text).getByRole('button', { name: button, exact: true }).click();
}

/** The modal dialog that says this. */
export function dialog(page: Page, text: string | RegExp): Locator {
  return page.locator('.monaco-dialog-box').filter({ hasText: text });
}

/** Presses a button of the modal dialog that says this, and waits until it is gone. */
export async function answerDialog(page: Page, text: string | RegExp, button: string) {
  const box = dialog(page, text);
  await box.getByRole('button', { name: button, exact: true }).click();
  await box.waitFor({ state: 'detached' });
}

import type { Locator, Page } from 'playwright-core';

/** A file or folder in the explorer. */
export function explorerItem(page: Page, name: string): Locator {
  return page.locator('.explorer-folders-view').getByRole('treeitem', { name, exact: true });
}

/** Right-clicks something and chooses from the menu that opens. */
export async function chooseFromContextMenu(page: Page, on: Locator, entry: string) {
  await on.click({ button: 'right' });
  const item = page.getByRole('menuitem', { name: entry });
  await item.hover();
  // A menu that has just opened takes no click yet, lest the one that opened it chooses; Enter it takes at once.
  await page.keyboard.press('Enter');
  await item.waitFor({ state: 'detached' });
}

/** The same from a menu within the menu. */
export async function chooseFromSubmenu(page: Page, on: Locator, menu: string, entry: string) {
  await on.click({ button: 'right' });
  await page.getByRole('menuitem', { name: menu, exact: true }).hover();
  const item = page.getByRole('menuitem', { name: entry });
  // The pointer opens it too, after a while; opened twice it stays as it is.
  await page.keyboard.press('ArrowRight');
  await item.hover();
  await page.keyboard.press('Enter');
  await item.waitFor({ state: 'detached' });
}

import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Runs in the page: everything in its databases, as one text. */
const allStored = `(async () => {
  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const values = [];
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      values.push(await done(database.transaction(store).objectStore(store).getAll()));
    }
    database.close();
  }
  return JSON.stringify(values);
})()`;

/**
 * Waits until the browser has stored what the workbench remembers of its editors. The workbench hands it over every
 * few seconds; a window that is reloaded before that forgets it, tabs and all.
 */
export async function untilRemembered(page: Page, text: RegExp): Promise<void> {
  const stored = () => page.evaluate<string>(allStored);
  await expect.poll(stored, { timeout: 30_000, interval: 250 }).toMatch(text);
}

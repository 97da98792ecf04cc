import { randomBytes } from 'node:crypto';

// The same for the whole run: a page that comes back finds its secrets again.
const mintedKey = randomBytes(32);

/** A browser context fit for a workbench on the bare server. `options` are Playwright's. */
export async function newWorkbenchContext(browser, options = {}) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    ...options,
  });
  // The server lacks the route of code-server's front that gives the key SecretStorage is sealed with.
  await context.route('**/mint-key', (route) => route.fulfill({ body: mintedKey }));
  // The gallery has nothing to say to a test.
  await context.route('https://open-vsx.org/**', (route) => route.abort());
  return context;
}

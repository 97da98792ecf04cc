/** A browser context fit for a workbench that is driven. `options` are Playwright's. */
export async function newWorkbenchContext(browser, options = {}) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    ...options,
  });
  // The gallery has nothing to say to a test.
  await context.route('https://open-vsx.org/**', (route) => route.abort());
  return context;
}

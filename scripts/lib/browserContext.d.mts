import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';

export declare function newWorkbenchContext(
  browser: Browser,
  options?: BrowserContextOptions,
): Promise<BrowserContext>;

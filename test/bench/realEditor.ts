import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import type { Browser, BrowserContext, Page } from 'playwright-core';

import { workbenchAddress } from '../../scripts/lib/address.mjs';
import { newWorkbenchContext } from '../../scripts/lib/browserContext.mjs';
import { launchChromium } from '../../scripts/lib/chromium.mjs';
import { freshFolder } from '../../scripts/lib/freshFolder.mjs';
import { newestHost } from '../../scripts/lib/hosts.mjs';
import { resultsFolder } from '../../scripts/lib/paths.mjs';
import {
  installExtension,
  startServer,
  writeUserSettings,
  type RunningServer,
} from '../../scripts/lib/server.mjs';
import { takeScreenshot } from '../support/screenshots';

export interface RealEditorOptions {
  /** Where the packed extension is installed. */
  readonly extensionsFolder: string;
  /** User settings, by their ids. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** What lies in the workspace, by path. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Packages of more extensions. */
  readonly more?: readonly string[];
  /** Added to the environment of the extensions. */
  readonly env?: Readonly<Record<string, string>>;
}

/** VS Code's server and a browser, on a workspace of their own. */
export class RealEditor {
  private constructor(
    /** The workspace's path. */
    readonly folder: string,
    private readonly server: RunningServer,
    private readonly browser: Browser,
    private readonly context: BrowserContext,
  ) {}

  static async start(name: string, options: RealEditorOptions): Promise<RealEditor> {
    const { extensionsFolder, settings, files = {}, more = [], env } = options;
    const folder = await freshFolder(name, 'workspace');
    const dataFolder = await freshFolder(name, 'data');
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    await writeUserSettings(dataFolder, settings);
    const where = { version: newestHost, dataFolder, extensionsFolder };
    for (const file of more) await installExtension({ ...where, file });
    const log = join(resultsFolder, `${name}-server.log`);
    const server = await startServer({ ...where, log, ...(env !== undefined && { env }) });
    const browser = await launchChromium();
    const context = await newWorkbenchContext(browser);
    // A machine that is busy with other work draws a window in half a minute.
    context.setDefaultTimeout(90_000);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    return new RealEditor(folder, server, browser, context);
  }

  /** Opens a window; resolves when extensions run. */
  async open(): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(workbenchAddress(this.server.port, this.folder));
    await page.locator('.statusbar-item[id^="flux-assets.flux-assets"]').first().waitFor();
    return page;
  }

  /** Screenshots of all windows into test-results/screenshots, for a look after a failure. */
  async keepEvidence(name: string): Promise<void> {
    for (const [index, page] of this.context.pages().entries())
      await takeScreenshot(page, `bench-${name}-${String(index + 1)}`);
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
  }
}

/** Starts an editor for as long as `use` takes; what fails in it leaves screenshots. */
export async function withRealEditor<T>(
  name: string,
  options: RealEditorOptions,
  use: (editor: RealEditor) => Promise<T>,
): Promise<T> {
  const editor = await RealEditor.start(name, options);
  try {
    return await use(editor);
  } catch (error) {
    await editor.keepEvidence(name).catch(() => undefined);
    throw error;
  } finally {
    await editor.stop();
  }
}

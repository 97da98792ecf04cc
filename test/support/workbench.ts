import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { newWorkbenchContext } from '../../scripts/lib/browserContext.mjs';
import { launchChromium } from '../../scripts/lib/chromium.mjs';
import { freshFolder } from '../../scripts/lib/freshFolder.mjs';
import { resultsFolder, sampleSite } from '../../scripts/lib/paths.mjs';
import { startServer, writeUserSettings, type RunningServer } from '../../scripts/lib/server.mjs';
import { takeScreenshot } from './screenshots';

declare module 'vitest' {
  interface ProvidedContext {
    extensionsFolder: string;
    hostVersion: string;
  }
}

export interface WorkbenchOptions {
  /** The folder that is opened: a copy of the sample site, or an empty one. Default `site`. */
  readonly workspace?: 'site' | 'empty';
  /** User settings, by their ids. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

export interface WindowOptions {
  /** Opened instead of the workspace folder: another folder, a `.code-workspace` file, or nothing at all. */
  readonly open?: { readonly folder: string } | { readonly workspaceFile: string } | 'nothing';
}

/** A server with the packaged extension, and a browser; one per test file. */
export class Workbench {
  /** The path of the workspace folder. */
  folder = '';
  private dataFolder = '';
  private server: RunningServer | undefined;
  private browser: Browser | undefined;
  private context: BrowserContext | undefined;

  /** What windows have said on their consoles, for a look after a failure. */
  readonly console: string[] = [];

  async start(name: string, options: WorkbenchOptions): Promise<void> {
    this.folder = await freshFolder('e2e', name, 'workspace');
    this.dataFolder = await freshFolder('e2e', name, 'data');
    if (options.workspace !== 'empty') await cp(sampleSite, this.folder, { recursive: true });
    await writeUserSettings(this.dataFolder, options.settings);
    this.server = await startServer({
      version: inject('hostVersion'),
      dataFolder: this.dataFolder,
      extensionsFolder: inject('extensionsFolder'),
      log: join(resultsFolder, `e2e-${name}-server.log`),
    });
    this.browser = await launchChromium();
    this.context = await newWorkbenchContext(this.browser);
    // A machine that is busy with other work draws a window in half a minute.
    this.context.setDefaultTimeout(90_000);
    // What a page copies is read back with `page.evaluate`.
    await this.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  }

  /** Opens a window and resolves when its extensions run. Windows share secrets and history, as one user's do. */
  async open(options: WindowOptions = {}): Promise<Page> {
    if (this.context === undefined) throw new Error('The workbench has not started.');
    const page = await this.context.newPage();
    page.on('console', (message) => this.console.push(`${message.type()} ${message.text()}`));
    await page.goto(this.address(options));
    await untilReady(page);
    return page;
  }

  /** Reloads a window and resolves when its extensions run again. */
  async reload(page: Page): Promise<void> {
    await page.reload();
    await untilReady(page);
  }

  /** What the extension keeps in its own storage under this file name, of all workspaces; empty where nothing is kept. */
  async kept(name: string): Promise<string> {
    const texts = (await this.keptFiles(name)).map((path) =>
      readFile(path, 'utf8').catch(() => ''),
    );
    return (await Promise.all(texts)).join('\n');
  }

  /** Where the extension keeps files of this name, of all workspaces. */
  async keptFiles(name: string): Promise<readonly string[]> {
    const paths = await readdir(this.dataFolder, { recursive: true });
    const own = paths.filter((path) => path.includes('flux-assets.flux-assets'));
    return own.filter((path) => basename(path) === name).map((path) => join(this.dataFolder, path));
  }

  /** Changes user settings for windows that are opened or reloaded afterwards; an open one may not notice. */
  async setSettings(settings: Readonly<Record<string, unknown>>): Promise<void> {
    await writeUserSettings(this.dataFolder, settings);
  }

  /** Screenshots of all open windows and their consoles, into test-results/screenshots. */
  async keepEvidence(name: string): Promise<void> {
    const pages = this.context?.pages() ?? [];
    for (const [index, page] of pages.entries()) await takeScreenshot(page, `${name}-${index + 1}`);
    await writeFile(join(resultsFolder, `${name}-console.log`), this.console.join('\n'));
  }

  async stop(): Promise<void> {
    await this.browser?.close();
    await this.server?.stop();
  }

  private address({ open = { folder: this.folder } }: WindowOptions): string {
    const address = new URL(`http://localhost:${this.server?.port ?? 0}/`);
    if (open === 'nothing') address.searchParams.set('ew', 'true');
    else if ('folder' in open) address.searchParams.set('folder', open.folder);
    else address.searchParams.set('workspace', open.workspaceFile);
    return address.href;
  }
}

/** A workbench that starts before a file's tests and ends after them; a failed test leaves screenshots. */
export function useWorkbench(name: string, options: WorkbenchOptions = {}): Workbench {
  const workbench = new Workbench();
  beforeAll(() => workbench.start(name, options));
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    await workbench.keepEvidence(`failed-${name}-${task.name.replace(/\W+/g, '-')}`);
  });
  afterAll(() => workbench.stop());
  return workbench;
}

/** The status bar names the extension as soon as it runs. */
async function untilReady(page: Page): Promise<void> {
  await page.locator('.monaco-workbench').waitFor();
  await page.locator('.statusbar-item[id^="flux-assets.flux-assets"]').first().waitFor();
}

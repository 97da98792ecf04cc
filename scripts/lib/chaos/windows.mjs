import { mkdir } from 'node:fs/promises';
import { workbenchAddress } from '../address.mjs';
import { launchChromium } from '../chromium.mjs';
import { Failure } from '../steps.mjs';
import { freeze, kill } from './extensionHosts.mjs';
import { Plans } from './plans.mjs';
import { until } from './until.mjs';

/** A start on a machine that does much else takes its time. In ms. */
const START_MS = 90_000;

/** The windows of one browser at one server. `folder` is where the driver gets its plans. */
export class Windows {
  constructor(port, folder, browser, context) {
    this.port = port;
    this.plans = new Plans(folder);
    this.browser = browser;
    this.context = context;
  }

  static async start(port, folder) {
    await mkdir(folder, { recursive: true });
    const browser = await launchChromium();
    // The way outside leads nowhere. Not by `newWorkbenchContext`: a browser whose requests are routed caches nothing,
    // and here one window follows the other.
    const context = await browser.newContext({
      locale: 'en-US',
      proxy: { server: 'http://127.0.0.1:9', bypass: 'localhost,127.0.0.1' },
    });
    return new Windows(port, folder, browser, context);
  }

  /** Opens a window on a workspace folder, and resolves when its extension host has taken the plan. */
  async open(workspace, plan = {}) {
    const given = await this.plans.give({ ...plan, folder: workspace });
    const page = await this.context.newPage();
    try {
      await page.goto(workbenchAddress(this.port, workspace));
      const { pid } = await until('An extension host', () => given.told('taken'), START_MS);
      return new Window({ page, pid, workspace, plan: given, plans: this.plans });
    } catch (error) {
      await page.close();
      throw error;
    }
  }

  async stop() {
    await this.browser.close();
  }
}

/** A page with its extension host, which works on one plan after the other. */
class Window {
  constructor({ page, pid, workspace, plan, plans }) {
    this.page = page;
    this.pid = pid;
    this.workspace = workspace;
    this.plan = plan;
    this.plans = plans;
  }

  /** Gives the window its next plan, and resolves when it was taken. */
  async give(plan) {
    this.plan = await this.plans.give({ ...plan, folder: this.workspace });
    await until('The taking of a plan', () => this.plan.told('taken'));
  }

  /** Resolves when the driver has stopped the extension host; fails where the plan's orders end without that. */
  async stopped() {
    await until('The moment of the kill', async () => {
      // In this order: the moment may come between the two looks.
      const hadEnded = haveEnded(await this.plan.told('done'));
      if (await this.plan.told('stopped')) return true;
      if (hadEnded) throw new Failure('The orders ended, and the moment of the kill did not come.');
      return undefined;
    });
  }

  /** Resolves with what the driver says when the extension is active and the plan's orders have ended, however they did. */
  async done(patience) {
    const done = await until('The end of the orders', () => this.plan.told('done'), patience);
    if (done.error !== undefined) throw new Failure(done.error);
    return done;
  }

  /** Closes the page, so that it starts no other extension host, and kills the one it had. */
  async kill() {
    freeze(this.pid);
    await this.page.close();
    await kill(this.pid);
  }
}

/** Whether there were orders, and all have ended. */
function haveEnded(done) {
  return done !== undefined && (done.error !== undefined || done.outcomes.length > 0);
}

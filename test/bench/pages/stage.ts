import type { Browser, Page } from 'playwright-core';

import { launchChromium } from '../../../scripts/lib/chromium.mjs';
import type { BenchHost } from './hosts';
import type { Pair } from './rows';
import { openSite, type PageName, type Site } from './site';
import { longestTask, type TraceEvent } from './trace';

/** How often each figure is measured, on either side in turn. */
export const RUNS = 5;

/** As wide as a side bar is made for pictures, and the panel as an editor; as high as a window. */
const viewports = { history: { width: 320, height: 900 }, panel: { width: 1100, height: 900 } };

/** A browser, and the pages to be opened in it; each in a context of its own, with empty caches. */
export class Stage {
  private constructor(
    private readonly browser: Browser,
    readonly site: Site,
    private readonly probes: string,
  ) {}

  /** Builds and serves the pages; `folder` is for what is built. */
  static async open(folder: string): Promise<Stage> {
    const browser = await launchChromium();
    const site = await openSite(folder);
    const stage = new Stage(browser, site, await site.script('test/bench/inPage/probes.ts'));
    const page = await browser.newPage();
    await page.evaluate(stage.probes);
    site.setPicture(Buffer.from(await page.evaluate<string>('probes.paintPicture()'), 'base64'));
    await page.close();
    return stage;
  }

  async close(): Promise<void> {
    this.site.close();
    await this.browser.close();
  }

  /** Opens our page, answered by `host`, or the one without a script, and resolves when it is painted. */
  async openPage(name: PageName, host: BenchHost | undefined): Promise<Page> {
    const context = await this.browser.newContext({ viewport: viewports[name] });
    const page = await context.newPage();
    await page.addInitScript(this.probes);
    await page.exposeFunction('hostHears', (intent: unknown) => host?.hear(intent) ?? null);
    const path = host === undefined ? `still-${name}` : name;
    await page.goto(`${this.site.origin}/${path}.html`, { waitUntil: 'commit' });
    await page.waitForFunction('probes.firstPaint() > 0', undefined, { polling: 50 });
    return page;
  }

  /** Lays the page without a script: a copy of what ours shows; resolves with how many elements both have. */
  async layStillPage(name: PageName, host: BenchHost): Promise<number> {
    const page = await this.openPage(name, host);
    const isWhole = `document.querySelectorAll('img').length >= ${String(host.rows)}`;
    await page.waitForFunction(isWhole, undefined, { polling: 50 });
    const nodes = await page.evaluate<number>('probes.countNodes()');
    this.site.lay(`/still-${name}.html`, await page.evaluate<string>('probes.stillCopy()'));
    await page.context().close();
    return nodes;
  }

  /** Opens our page and the one without a script in turn, `RUNS` times each, for `visit` to measure. */
  async besides(
    name: PageName,
    hostOf: () => BenchHost,
    visit: (page: Page, side: keyof Pair) => Promise<void>,
  ): Promise<void> {
    for (let run = 0; run < RUNS; run += 1) {
      for (const side of ['ours', 'peer'] as const) {
        const page = await this.openPage(name, side === 'ours' ? hostOf() : undefined);
        await visit(page, side);
        await page.context().close();
      }
    }
  }

  /** The processor's time of the longest piece of work that any page's thread does meanwhile, in ms: others' work is not in it. */
  async longestWork(act: () => Promise<unknown>): Promise<number> {
    const session = await this.browser.newBrowserCDPSession();
    const events: TraceEvent[] = [];
    // The protocol's types say nothing of what is in them.
    session.on('Tracing.dataCollected', ({ value }) =>
      events.push(...(value as unknown as TraceEvent[])),
    );
    const ended = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: { includedCategories: ['toplevel'], excludedCategories: ['*'] },
    });
    await act();
    await session.send('Tracing.end');
    await ended;
    await session.detach();
    return longestTask(events);
  }
}

/** From the start of the navigation to the paint, in ms. */
export function firstPaint(page: Page): Promise<number> {
  return page.evaluate<number>('probes.firstPaint()');
}

/** Types and resolves with the time from each key to the frame that shows it, in ms. */
export async function typeInto(
  page: Page,
  field: string,
  text: string,
): Promise<readonly number[]> {
  await page.locator(field).focus();
  // A pause as of a quick typist.
  await page.keyboard.type(text, { delay: 60 });
  const all = `probes.countKeys() >= ${String(text.length)}`;
  await page.waitForFunction(all, undefined, { polling: 50 });
  return page.evaluate<number[]>('probes.takeKeys()');
}

/** From each key to the frame that shows what was found, in ms, of all that was typed. */
export function answersIn(page: Page): Promise<readonly number[]> {
  return page.evaluate<number[]>('probes.takeAnswers()');
}

/** How the wheel is turned. */
interface Wheel {
  readonly notches: number;
  /** In px. */
  readonly notch: number;
  /** How often; every second time upwards. */
  readonly passes: number;
}

/** Turns the wheel over the page; the lengths of the frames meanwhile, in ms. */
export async function wheel(page: Page, { notches, notch, passes }: Wheel): Promise<number[]> {
  await page.mouse.move(160, 450);
  await page.evaluate('probes.watchFrames()');
  for (let pass = 0; pass < passes; pass += 1) {
    for (let n = 0; n < notches; n += 1) await page.mouse.wheel(0, pass % 2 === 0 ? notch : -notch);
  }
  return page.evaluate<number[]>('probes.takeFrames()');
}

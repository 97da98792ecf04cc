import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { GrowthPoint } from './growth';
import { HistoryHost, PanelHost } from './pages/hosts';
import {
  bytesRow,
  growthRow,
  kilobytes,
  longFramesRow,
  mostRow,
  ms,
  newPair,
  quantile,
  slowTimeRow,
  timeRow,
} from './pages/rows';
import { answersIn, firstPaint, RUNS, Stage, typeInto, wheel } from './pages/stage';
import type { BenchPart, BenchRow } from './row';

const LONG = 10_000;
const SIZES = [100, 1000, LONG];
/** Of each size. */
const GROWTH_RUNS = 3;
const TRACED_RUNS = 3;
const SEARCH = 'input[type="search"]';
const TYPED = 'lighthouse dusk poster 77';
/** What browsers call a long task. */
const LONG_TASK_MS = 50;
/** Up to here an answer is felt as at once. */
const AT_ONCE_MS = 100;
/** Down and up the 100 rows that the page without a script has: 6700 px. */
const WHEEL = { notches: 30, notch: 225, passes: 2 };
/** 24,000 px, as fast as a wheel is turned: through 300 rows, for which some ten parts of the list are asked for. */
const FAR_WHEEL = { notches: 60, notch: 400, passes: 1 };

/** Panel and history in a browser, beside pages without a script that hold the same nodes. */
export const part: BenchPart = {
  title: 'Pages',
  about: `Panel (48 results, 24 running tasks) and history (${String(LONG)} pictures unless another number stands there), built as they are shipped, in Debian's Chromium without a screen: bare pages over loopback whose \`acquireVsCodeApi\` is a stub, answered by the extension's own search, parts and changes in the process beside the browser, so without the editor's message hop. The peer has the same nodes and style sheets and no script; ours is painted once its script has been read and the first state asked for and answered. ${String(RUNS)} runs in turn, the middle half; a key counts from its event to the end of the frame that shows it, and what is a frame later than on the page without a script is within the limit. _The longest work_ is the processor's time of one task of the page's thread, by Chromium's own trace, the middle of ${String(TRACED_RUNS)} runs; while scrolling far that has been Chromium's collection of memory, next the layout of a new part of the list. Growth is the exponent over ${SIZES.join(', ')} pictures: 0 does not grow, 1 grows as they do.`,
  measure,
};

async function measure(): Promise<readonly BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'pages-'));
  const stage = await Stage.open(folder);
  try {
    return [
      ...(await panelRows(stage)),
      ...(await historyRows(stage)),
      ...(await growthRows(stage)),
    ];
  } finally {
    await stage.close();
    await rm(folder, { recursive: true });
  }
}

async function panelRows(stage: Stage): Promise<readonly BenchRow[]> {
  const hostOf = () => new PanelHost(stage.site.origin);
  const nodes = await stage.layStillPage('panel', hostOf());
  const [paints, keys] = [newPair(), newPair()];
  await stage.besides('panel', hostOf, async (page, side) => {
    paints[side].push(await firstPaint(page));
    keys[side].push(...(await typeInto(page, 'textarea', TYPED)));
  });
  const host = hostOf();
  const whole = bytesOf(host.hear({ type: 'ready' }));
  return [
    timeRow(`panel (${String(nodes)} nodes): first paint`, paints),
    timeRow('panel: key in Prompt → paint', keys),
    slowTimeRow('panel: key in Prompt → paint, 95 of 100', keys),
    bytesRow('panel: sent when one of 24 tasks moves on', bytesOf(host.moveOn(7)), whole),
  ];
}

async function historyRows(stage: Stage): Promise<readonly BenchRow[]> {
  const hostOf = () => new HistoryHost(LONG, stage.site.origin);
  const nodes = await stage.layStillPage('history', hostOf());
  const [paints, frames, keys] = [newPair(), newPair(), newPair()];
  const far: number[] = [];
  const answers: number[] = [];
  const work: Record<'scrolling' | 'searching', number[]> = { scrolling: [], searching: [] };
  await stage.besides('history', hostOf, async (page, side) => {
    paints[side].push(await firstPaint(page));
    frames[side].push(...(await wheel(page, WHEEL)));
    // The page without a script ends after a quarter of this way.
    if (side === 'ours') far.push(...(await wheel(page, FAR_WHEEL)));
    keys[side].push(...(await typeInto(page, SEARCH, TYPED)));
    if (side === 'ours') answers.push(...(await answersIn(page)));
  });
  for (let run = 0; run < TRACED_RUNS; run += 1) {
    const page = await stage.openPage('history', hostOf());
    work.scrolling.push(await stage.longestWork(() => wheel(page, FAR_WHEEL)));
    work.searching.push(await stage.longestWork(() => typeInto(page, SEARCH, TYPED)));
    await page.context().close();
  }
  const host = hostOf();
  const whole = bytesOf(host.whole);
  host.hear({ type: 'ready' });
  const added = bytesOf(host.add());
  const scrolled = bytesOf(host.hear({ type: 'show', query: '', start: 40 }));
  const atOnce = (figure: string, share: number) =>
    mostRow(figure, quantile(answers, share), 'felt as at once', AT_ONCE_MS);
  const longest = (figure: string, times: readonly number[]) =>
    mostRow(figure, quantile(times, 0.5), 'long task', LONG_TASK_MS);
  return [
    timeRow(`history (${String(nodes)} nodes): first paint`, paints),
    timeRow('history: key in the search → paint', keys),
    slowTimeRow('history: key in the search → paint, 95 of 100', keys),
    atOnce('history: key in the search → found, middle', 0.5),
    atOnce('history: key in the search → found, 95 of 100', 0.95),
    longest('history: searching, the longest work', work.searching),
    longFramesRow('history: scrolling, frames over 50 ms', frames, LONG_TASK_MS),
    longFramesRow(
      'history: scrolling far, frames over 50 ms',
      { ours: far, peer: frames.peer },
      LONG_TASK_MS,
    ),
    longest('history: scrolling far, the longest work', work.scrolling),
    bytesRow('history: sent with a new picture', added, whole),
    bytesRow('history: sent when scrolling on', scrolled, whole),
  ];
}

async function growthRows(stage: Stage): Promise<readonly BenchRow[]> {
  const costs: Record<'paint' | 'found' | 'whole' | 'added', GrowthPoint[]> = {
    paint: [],
    found: [],
    whole: [],
    added: [],
  };
  for (const size of SIZES) {
    const paints: number[] = [];
    const answers: number[] = [];
    for (let run = 0; run < GROWTH_RUNS; run += 1) {
      const host = new HistoryHost(size, stage.site.origin);
      const page = await stage.openPage('history', host);
      paints.push(await firstPaint(page));
      await typeInto(page, SEARCH, TYPED.slice(0, 12));
      answers.push(...(await answersIn(page)));
      await page.context().close();
    }
    const host = new HistoryHost(size, stage.site.origin);
    costs.paint.push({ size, cost: quantile(paints, 0.5) });
    costs.found.push({ size, cost: quantile(answers, 0.5) });
    costs.whole.push({ size, cost: bytesOf(host.hear({ type: 'ready' })) });
    costs.added.push({ size, cost: bytesOf(host.add()) });
  }
  return [
    growthRow('history: first paint', costs.paint, ms),
    growthRow('history: key in the search → found, middle', costs.found, ms),
    growthRow('history: sent at first', costs.whole, kilobytes),
    growthRow('history: sent with a new picture', costs.added, kilobytes),
  ];
}

function bytesOf(message: unknown): number {
  return Buffer.byteLength(JSON.stringify(message));
}

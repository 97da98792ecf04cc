import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

import { freshFolder } from '../../scripts/lib/freshFolder.mjs';
import { growthExponent, type GrowthPoint } from './growth';
import { HostRun } from './hostRun';
import { knowPictures } from './knownPictures';
import { cpuMsOf } from './processCpu';
import type { BenchPart, BenchRow } from './row';
import { samplePicture } from './samplePicture';
import { ServiceWatch } from './serviceWatch';

const MODEL = 'flux-2-klein-4b';
const KNOWN = [100, 1000, 10_000];
const AT_ONCE = [5, 50, 500];
const SINGLES = 10;
const LATENCY_MS = 200;
const IDLE_MS = 5000;
const size = { width: 512, height: 512 };
const parameters = { ...size, output_format: 'png' };

/** How what a picture costs grows with the project, and with how many are ordered at once. */
export const part: BenchPart = {
  title: 'What a picture costs as a project grows',
  about: `The packaged extension in a real extension host; pictures of ${String(size.width)} × ${String(size.height)} px, ready after ${String(LATENCY_MS)} ms. The ratio is the exponent: 0 is a cost that does not grow, 1 one in proportion. *Known* pictures stand in history, ledger and asset lock, a window of its own for each number. What grows with them is the asset lock: one file for people and git, read and written whole, but parsed only where others have written it; pictures that come together share a write. Of orders, the processor's time for all pictures together, the same for each at 1.`,
  measure,
};

async function measure(): Promise<readonly BenchRow[]> {
  const folder = await freshFolder('bench');
  const watch = new ServiceWatch(await samplePicture(folder, size));
  watch.latency = LATENCY_MS;
  let host = await HostRun.start(watch);
  const { bench, workspace } = host;
  try {
    const orders: Cost[] = [];
    await host.order({ model: MODEL, parameters, count: 1 });
    for (const count of AT_ONCE) orders.push(await costOf(host, count, [count]));
    const singles: Cost[] = [];
    for (const known of KNOWN) {
      await host.close();
      await knowPictures({ storage: bench.storage, workspace }, known);
      host = await HostRun.open(bench, workspace, watch);
      // Reads all that there is.
      await host.order({ model: MODEL, parameters, count: 1 });
      singles.push(await costOf(host, known, new Array<number>(SINGLES).fill(1)));
    }
    return [
      row('one more picture, known ones', singles, 'cpuMs', SINGLES),
      row('one more picture, known ones', singles, 'wallMs', SINGLES),
      { ...row('orders of pictures at once', orders, 'cpuMs', 1), limit: 1.1 },
    ];
  } finally {
    await bench.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What so many pictures cost, or orders in a project of so many. */
interface Cost {
  readonly size: number;
  /** Of the processor, without what the extension host takes when nothing happens. */
  readonly cpuMs: number;
  readonly wallMs: number;
}

async function costOf(host: HostRun, size: number, counts: readonly number[]): Promise<Cost> {
  const idle = await cpuMsOf(host.pid);
  await pause(IDLE_MS);
  const before = await cpuMsOf(host.pid);
  const begun = performance.now();
  for (const count of counts) await host.order({ model: MODEL, parameters, count });
  const wallMs = performance.now() - begun;
  const cpuMs = (await cpuMsOf(host.pid)) - before - ((before - idle) * wallMs) / IDLE_MS;
  return { size, cpuMs, wallMs: wallMs - counts.length * LATENCY_MS };
}

function row(
  figure: string,
  costs: readonly Cost[],
  of: 'cpuMs' | 'wallMs',
  share: number,
): BenchRow {
  const points = costs.map((cost): GrowthPoint => ({ size: cost.size, cost: cost[of] / share }));
  const [unit, sizes] = [of === 'cpuMs' ? 'processor' : 'time', points.map((each) => each.size)];
  return {
    figure: `${figure}: ${sizes.map((each) => each.toLocaleString('en')).join(' → ')}, ${unit}`,
    ours: `${points.map(({ cost }) => cost.toFixed(0)).join(' → ')} ms`,
    peer: '',
    peerName: 'in proportion',
    ratio: growthExponent(points),
    limit: 1,
  };
}

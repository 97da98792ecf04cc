import { performance } from 'node:perf_hooks';

/** What several runs of one thing took. */
export interface Timing {
  /** The mean of the middle half: of whole milliseconds, which clocks of editors count, it loses less than the median. */
  readonly middle: number;
  /** Half of what the middle half spans, as a share of `middle`. */
  readonly spread: number;
}

/** Times in ms, at least one. */
export function timingOf(times: readonly number[]): Timing {
  const sorted = [...times].sort((a, b) => a - b);
  const quarter = Math.floor(sorted.length / 4);
  const half = sorted.slice(quarter, sorted.length - quarter);
  const middle = half.reduce((sum, time) => sum + time, 0) / half.length;
  const [first = 0, last = 0] = [half[0], half.at(-1)];
  return { middle, spread: middle === 0 ? 0 : (last - first) / 2 / middle };
}

/** Runs it so many times, one after the other, and once before, which fills caches. */
export async function timeRuns(runs: number, run: () => Promise<unknown>): Promise<Timing> {
  await run();
  const times: number[] = [];
  for (let n = 0; n < runs; n += 1) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return timingOf(times);
}

import { density, survival } from './lognormal';
import { paceOf, type Pace } from './pace';

/** When a running task is asked for. */
export interface PollSchedule {
  /** The first poll, in ms from the answer to the create. */
  readonly firstMs: number;
  /** Ms until the next poll after one at `elapsedMs` from that answer. */
  waitAfter(elapsedMs: number): number;
}

/** What clients poll at by default, the SDK too (bfl-api.md §1.5). In ms. */
const STEADY_MS = 500;
/** By then a picture is slow, and half a second more is nothing to it. In ms. */
const SLOW_AFTER_MS = 60_000;
const SLOWEST_MS = 5_000;
const QUICKEST_MS = 40;

/** For tasks of which nothing is learnt: as often as the SDK asks, from the beginning on. */
export const steadySchedule: PollSchedule = {
  firstMs: 0,
  waitAfter: (elapsedMs) => {
    if (elapsedMs < SLOW_AFTER_MS) return STEADY_MS;
    return Math.min(STEADY_MS * (elapsedMs / SLOW_AFTER_MS) ** 2, SLOWEST_MS);
  },
};

/** Of the SDK's polls: what was learnt from few tasks may be off, and one user's next tasks are no mean of many users. */
const SHARE = 0.94;
/** What is thought of the tasks that are like none before. */
const STRANGE = 0.006;
const STRANGE_SPREAD = 0.6;
/** A refusal comes soon, and must not wait for the time of the pictures; where polls are many, one more is cheap. */
const REFUSAL_MS = 1_500;
const MANY_POLLS = 20;
const STEPS = 400;

/**
 * For tasks of a known pace: as many polls as the SDK makes, where the picture is likely. With h(t) the likelihood that
 * a task which still runs ends now, waiting costs least when the polls lie as densely as √h(t).
 */
export function learntSchedule(pace: Pace): PollSchedule {
  const polls = pollsOfSdk(pace);
  const needed = cumulatedNeed(pace);
  const asksEarly = polls >= MANY_POLLS;
  // The last poll comes half an interval after the end, on average.
  const spare = SHARE * polls - 0.5 - (asksEarly ? 1 : 0);
  const perPoll = needed.expected / spare;
  const waitAfter = (elapsedMs: number) => {
    const elapsed = Math.max(elapsedMs, 0);
    const next = needed.timeOf(needed.upTo(elapsed) + perPoll);
    const wait = next - elapsed;
    // Beyond all that was ever seen there is nothing to know.
    if (!Number.isFinite(wait)) return SLOWEST_MS;
    const isBeforeRefusal = asksEarly && elapsed < REFUSAL_MS && next > REFUSAL_MS;
    return Math.max(isBeforeRefusal ? REFUSAL_MS - elapsed : wait, QUICKEST_MS);
  };
  return { firstMs: waitAfter(0), waitAfter };
}

/** For a task of a kind whose latest ones took so many ms. */
export function scheduleAfter(durations: readonly number[]): PollSchedule {
  const pace = paceOf(durations);
  return pace === undefined ? steadySchedule : learntSchedule(pace);
}

/** How many polls the SDK makes of a task on average: one at once, then one each half second. */
function pollsOfSdk({ medianMs, spread }: Pace): number {
  const meanMs = medianMs * Math.exp((spread * spread) / 2);
  return meanMs / STEADY_MS + 1.5;
}

/** √h(t), summed up over time, and how much of it a task meets on average until it ends. */
function cumulatedNeed(pace: Pace) {
  const strange = { medianMs: pace.medianMs, spread: Math.max(STRANGE_SPREAD, 2 * pace.spread) };
  const alive = (ms: number) =>
    (1 - STRANGE) * survival(ms, pace) + STRANGE * survival(ms, strange);
  const need = (ms: number) => {
    const ending = (1 - STRANGE) * density(ms, pace) + STRANGE * density(ms, strange);
    return Math.sqrt(ending / Math.max(alive(ms), Number.MIN_VALUE));
  };
  const first = pace.medianMs * Math.exp(-4 * strange.spread);
  const factor = Math.exp((8 * strange.spread) / STEPS);
  const times = [0, ...Array.from({ length: STEPS + 1 }, (_, step) => first * factor ** step)];
  const sums = [0];
  let expected = 0;
  for (let step = 1; step < times.length; step += 1) {
    const [from, to] = [times[step - 1] ?? 0, times[step] ?? 0];
    const middle = (from + to) / 2;
    const part = need(middle) * (to - from);
    sums.push((sums[step - 1] ?? 0) + part);
    expected += alive(middle) * part;
  }
  return {
    expected,
    upTo: (ms: number) => interpolated(times, sums, ms),
    timeOf: (sum: number) => interpolated(sums, times, sum),
  };
}

/** The value at `x` of the line through rising points; infinite behind the last. */
function interpolated(xs: readonly number[], ys: readonly number[], x: number): number {
  const above = xs.findIndex((each) => each > x);
  if (above === -1) return Number.POSITIVE_INFINITY;
  const below = Math.max(above - 1, 0);
  const [x0 = 0, x1 = 0, y0 = 0, y1 = 0] = [xs[below], xs[above], ys[below], ys[above]];
  return x1 === x0 ? y0 : y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
}

/** How long tasks of one kind take at the service: a lognormal distribution, as the live times have it (bfl-api.md §1.5). */
export interface Pace {
  /** From the answer to the create until Ready, in ms. */
  readonly medianMs: number;
  /** The standard deviation of the durations' logarithms. */
  readonly spread: number;
}

/** Enough to know the middle and roughly the spread; until then nothing is learnt. */
const FEWEST = 5;
/** The service's pace of last week says little of today's. */
const MOST = 24;
/** So many in a row on one side of nearly all others are a change of pace, not chance. */
const CHANGED = 3;
/** From so many on the spread is known well enough to tell a change from chance. */
const SURE = 8;
/** Nor is less than this a change, in logarithms: few tasks may look more alike than they are, and the window slides. */
const LEAST_CHANGE = 0.3;
const NARROWEST = 0.04;
const WIDEST = 0.7;
/** Of the deviations the least ones count: one task in five may have been anything. */
const USUAL = 0.8;
/** Of a normal distribution: the standard deviation per mean of the least four fifths of the deviations. */
const PER_DEVIATION = 1.79;

/** The durations to keep once another task of the kind has taken `ms`: the latest ones, and none from before a change of pace. */
export function withDuration(durations: readonly number[], ms: number): readonly number[] {
  if (!Number.isFinite(ms) || ms <= 0) return durations;
  const all = [...durations, Math.round(ms)].slice(-MOST);
  const earlier = all.slice(0, -CHANGED);
  const before = earlier.length < SURE ? undefined : paceOf(earlier);
  if (before === undefined) return all;
  const latest = all.slice(-CHANGED);
  const reach = Math.exp(Math.max(2.5 * before.spread, LEAST_CHANGE));
  const isSlower = latest.every((each) => each > before.medianMs * reach);
  const isQuicker = latest.every((each) => each < before.medianMs / reach);
  return isSlower || isQuicker ? latest : all;
}

/** What durations in ms say of the pace, whatever single ones were; `undefined` where they are too few. */
export function paceOf(durations: readonly number[]): Pace | undefined {
  if (durations.length < FEWEST) return undefined;
  const logs = durations.map((ms) => Math.log(ms));
  const middle = middleHalf(logs);
  const deviation = PER_DEVIATION * usual(logs.map((log) => Math.abs(log - middle)));
  // Few samples make the spread look smaller than it is, and a pace that is thought too sharp costs more.
  const spread = deviation * (1 + 1 / durations.length);
  return {
    medianMs: Math.exp(middle),
    spread: Math.min(Math.max(spread, NARROWEST), WIDEST),
  };
}

/** The mean of the least ones, for a single one is no finer than the interval of the polls that saw it. */
function usual(deviations: readonly number[]): number {
  return mean(sorted(deviations).slice(0, Math.ceil(USUAL * deviations.length)));
}

/** The mean of the middle half, which scatters less than the median and minds odd ones as little. */
function middleHalf(values: readonly number[]): number {
  const quarter = values.length >> 2;
  return mean(sorted(values).slice(quarter, values.length - quarter));
}

function sorted(values: readonly number[]): readonly number[] {
  return [...values].sort((one, other) => one - other);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}

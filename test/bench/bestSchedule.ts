import { density, survival } from '../../src/core/api/lognormal';
import type { Pace } from '../../src/core/api/pace';

/** What a schedule comes to on average. */
export interface ScheduleOutcome {
  readonly lateMs: number;
  readonly polls: number;
}

/** Steps of time that a poll can lie at. */
const STEPS = 900;

/**
 * The least mean lateness that any schedule can have which knows the distribution and makes `polls` polls on average, by
 * dynamic programming: each poll has a price, and the price is searched at which there are so many.
 */
export function bestSchedule(pace: Pace, polls: number): ScheduleOutcome {
  let [low, high] = [1e-3, pace.medianMs];
  let outcome = cheapest(pace, high);
  for (let round = 0; round < 30; round += 1) {
    const price = Math.sqrt(low * high);
    outcome = cheapest(pace, price);
    if (outcome.polls > polls) low = price;
    else high = price;
  }
  return cheapest(pace, high);
}

function cheapest(pace: Pace, pricePerPoll: number): ScheduleOutcome {
  const from = pace.medianMs * Math.exp(-4.5 * pace.spread);
  const to = pace.medianMs * Math.exp(4.5 * pace.spread);
  const step = (to - from) / STEPS;
  const times = Array.from({ length: STEPS + 1 }, (_, index) => from + index * step);
  const alive = times.map((ms) => survival(ms, pace));
  const ending = times.map((ms) => density(ms, pace) * step);
  // From the end back: what is lost from this poll on, as a share of all tasks.
  const cost = new Float64Array(STEPS + 1);
  const next = new Int32Array(STEPS + 1).fill(STEPS);
  for (let at = STEPS - 1; at >= 0; at -= 1) {
    let [best, chosen] = [Number.POSITIVE_INFINITY, STEPS];
    let [ended, moment] = [0, 0];
    for (let until = at + 1; until <= STEPS; until += 1) {
      const share = ending[until] ?? 0;
      ended += share;
      moment += share * ((times[until] ?? 0) - step / 2);
      const late = ended * (times[until] ?? 0) - moment;
      const total = late + pricePerPoll * (alive[at] ?? 0) + (cost[until] ?? 0);
      if (total < best) [best, chosen] = [total, until];
      // Lateness only grows from here on.
      if (late > best) break;
    }
    cost[at] = best;
    next[at] = chosen;
  }
  return walk(times, alive, ending, next, step);
}

function walk(
  times: readonly number[],
  alive: readonly number[],
  ending: readonly number[],
  next: Int32Array,
  step: number,
): ScheduleOutcome {
  let [lateMs, polls] = [0, 0];
  for (let at = 0; at < STEPS;) {
    const until = next[at] ?? STEPS;
    polls += alive[at] ?? 0;
    for (let each = at + 1; each <= until; each += 1) {
      lateMs += (ending[each] ?? 0) * ((times[until] ?? 0) - (times[each] ?? 0) + step / 2);
    }
    at = until;
  }
  return { lateMs, polls };
}

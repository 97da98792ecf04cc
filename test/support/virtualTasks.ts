import { withDuration } from '../../src/core/api/pace';
import { scheduleAfter, type PollSchedule } from '../../src/core/api/pollSchedule';

/** Numbers 0 ≤ n < 1 from a seed, the same on every run (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Durations in ms around a median, lognormal. */
export function durations(medianMs: number, spread: number, random: () => number): () => number {
  return () => {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return medianMs * Math.exp(spread * normal);
  };
}

/** What a schedule makes of a task that is Ready after `ms`, were the network without delay. */
export function pollVirtually(schedule: PollSchedule, ms: number) {
  let at = schedule.firstMs;
  let before = 0;
  let polls = 1;
  while (at < ms) {
    before = at;
    at += schedule.waitAfter(at);
    polls += 1;
  }
  return { lateMs: at - ms, polls, seenMs: (before + at) / 2 };
}

/** What tasks came to that ran through places: their sums. */
export interface VirtualSum {
  lateMs: number;
  polls: number;
}

/**
 * Runs `count` tasks through `places`, of which each is taken again when the poll has come that finds its task Ready.
 * `begin` gives the schedule of each and hears of its end.
 */
export function runVirtually(
  { count, places }: { readonly count: number; readonly places: number },
  duration: () => number,
  begin: () => { readonly schedule: PollSchedule; readonly end: (seenMs: number) => void },
): VirtualSum {
  const sum = { lateMs: 0, polls: 0 };
  const running: { readonly endsAt: number; readonly end: () => void }[] = [];
  let begun = 0;
  const beginNext = (now: number) => {
    begun += 1;
    const ms = duration();
    const { schedule, end } = begin();
    const { lateMs, polls, seenMs } = pollVirtually(schedule, ms);
    sum.lateMs += lateMs;
    sum.polls += polls;
    running.push({
      endsAt: now + ms + lateMs,
      end: () => {
        end(seenMs);
      },
    });
  };
  while (begun < Math.min(count, places)) beginNext(0);
  for (;;) {
    running.sort((one, other) => one.endsAt - other.endsAt);
    const first = running.shift();
    if (first === undefined) return sum;
    first.end();
    if (begun < count) beginNext(first.endsAt);
  }
}

/** The schedule of somebody who has had so many tasks of a kind. */
export function learnVirtually(tasks: number, duration: () => number): PollSchedule {
  let known: readonly number[] = [];
  for (let task = 0; task < tasks; task += 1) {
    known = withDuration(known, pollVirtually(scheduleAfter(known), duration()).seenMs);
  }
  return scheduleAfter(known);
}

import { describe, expect, it } from 'vitest';

import { withDuration } from '../../../src/core/api/pace';
import { scheduleAfter } from '../../../src/core/api/pollSchedule';
import { TakenTasks } from '../../../src/core/tasks/takenTasks';
import { chance, durations, runVirtually } from '../../support/virtualTasks';

describe('tasks that run at once', () => {
  it('are told in the order in which they were taken', () => {
    const tasks = new TakenTasks();
    const [one, two, three] = [tasks.begin(), tasks.begin(), tasks.begin()];
    expect(two(2000)).toEqual([]);
    expect(one(3000)).toEqual([3000, 2000]);
    expect(tasks.isEmpty).toBe(false);
    expect(three(1000)).toEqual([1000]);
    expect(tasks.isEmpty).toBe(true);
  });

  it('do not wait for one that has failed, or of which nobody knows how long it took', () => {
    const tasks = new TakenTasks();
    const [one, two] = [tasks.begin(), tasks.begin()];
    expect(two(2000)).toEqual([]);
    expect(one(undefined)).toEqual([2000]);
  });

  it('do not wait for ever for one that takes longer than all of them', () => {
    const tasks = new TakenTasks();
    const slow = tasks.begin();
    const others = Array.from({ length: 25 }, () => tasks.begin());
    const told = others.map((end, index) => end(2000 + index).length);
    expect(told).toEqual([...Array.from({ length: 24 }, () => 0), 25]);
    expect(tasks.isEmpty).toBe(true);
    expect(slow(60_000)).toEqual([60_000]);
  });
});

describe('24 tasks at a time, after 24 at once', () => {
  const sdk = { schedule: { firstMs: 0, waitAfter: () => 500 }, end: () => undefined };
  const USERS = 40;

  // The last is the mean lateness of the best schedule with as many polls as the SDK makes, by dynamic programming.
  it.each([
    [3200, 0.25, 88],
    [4700, 0.15, 59],
    [2500, 0.3, 99],
    [13_000, 0.2, 85],
  ])('of %d ms, spread %d: is nearly the best with no more polls', (median, spread, bestMs) => {
    const [random, again] = [chance(5), chance(5)];
    const [ours, theirs] = [durations(median, spread, random), durations(median, spread, again)];
    const sums = { late: 0, polls: 0, sdkPolls: 0 };
    for (let user = 0; user < USERS; user += 1) {
      const tasks = new TakenTasks();
      let known: readonly number[] = [];
      const begin = () => {
        const end = tasks.begin();
        return {
          schedule: scheduleAfter(known),
          end: (ms: number) => {
            known = end(ms).reduce(withDuration, known);
          },
        };
      };
      for (const count of [24, 48]) {
        const learnt = runVirtually({ count, places: 24 }, ours, begin);
        const steady = runVirtually({ count, places: 24 }, theirs, () => sdk);
        if (count === 24) continue;
        sums.late += learnt.lateMs;
        sums.polls += learnt.polls;
        sums.sdkPolls += steady.polls;
      }
    }
    expect(sums.polls).toBeLessThanOrEqual(sums.sdkPolls);
    expect(sums.late / (48 * USERS)).toBeLessThanOrEqual(1.25 * bestMs);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Pace } from '../../../src/core/api/pace';
import { learntSchedule, steadySchedule } from '../../../src/core/api/pollSchedule';
import { chance, durations, learnVirtually, pollVirtually } from '../../support/virtualTasks';

/** As the SDK polls: at once, then each half second. */
const sdk = { firstMs: 0, waitAfter: () => 500 };

describe('the steady schedule', () => {
  it('asks as often as the SDK as long as the SDK waits', () => {
    for (const ms of [10, 499, 2500, 4700, 59_000])
      expect(pollVirtually(steadySchedule, ms)).toEqual(pollVirtually(sdk, ms));
  });

  it('grows slower after a minute, up to five seconds', () => {
    expect([60_000, 120_000, 300_000].map((at) => steadySchedule.waitAfter(at))).toEqual([
      500, 2000, 5000,
    ]);
  });
});

/** Mean lateness of the best schedule that makes as many polls as the SDK, by dynamic programming. In ms. */
const best: readonly (readonly [medianMs: number, spread: number, lateMs: number])[] = [
  [4700, 0.1, 45],
  [2500, 0.3, 116],
  [13_000, 0.2, 88],
  [38_000, 0.1, 49],
];

describe('the learnt schedule, after 20 tasks', () => {
  it.each(best)(
    'of %d ms, spread %d: is nearly the best with no more polls',
    (median, spread, lateMs) => {
      const duration = durations(median, spread, chance(7));
      const sum = { late: 0, polls: 0, sdkPolls: 0, tasks: 0 };
      for (let user = 0; user < 60; user += 1) {
        const schedule = learnVirtually(20, duration);
        for (let task = 0; task < 25; task += 1) {
          const ms = duration();
          const { lateMs: late, polls } = pollVirtually(schedule, ms);
          sum.late += late;
          sum.polls += polls;
          sum.sdkPolls += pollVirtually(sdk, ms).polls;
          sum.tasks += 1;
        }
      }
      expect(sum.polls).toBeLessThanOrEqual(sum.sdkPolls);
      expect(sum.late / sum.tasks).toBeLessThanOrEqual(1.25 * lateMs);
    },
  );

  it('asks soon for a refusal where pictures take long', () => {
    expect(learntSchedule({ medianMs: 38_000, spread: 0.1 }).firstMs).toBeLessThanOrEqual(1500);
  });

  it('comes to every end with bounded waits, whatever was learnt', () => {
    const pace = fc.record({
      medianMs: fc.double({ min: 1, max: 3_600_000, noNaN: true }),
      spread: fc.double({ min: 0.04, max: 0.7, noNaN: true }),
    });
    fc.assert(
      fc.property(pace, fc.double({ min: 0, max: 600_000, noNaN: true }), (each: Pace, at) => {
        const wait = learntSchedule(each).waitAfter(at);
        return wait >= 40 && wait <= Math.max(each.medianMs * 20, 5000);
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});

import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../scripts/lib/chaos/soak/chance.mjs';
import { faultCounts, faultMix } from '../../scripts/lib/chaos/soak/faultMix.mjs';
import { FaultPlan } from '../../src/simulator/faults';

const draws = 40_000;

/** How often each fault happened, by the JSON of it, to so many exchanges. */
function drawn(on: 'create' | 'poll' | 'download' | 'credits', ready: boolean) {
  const plan = new FaultPlan(faultMix(0.2), seededRandom(7));
  const counts = new Map<string, number>();
  for (let index = 0; index < draws; index += 1) {
    const fault = plan.take(on, { ready });
    const name = JSON.stringify(fault) as string | undefined;
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts.values()];
}

describe('the mix of faults', () => {
  test.each(['create', 'download', 'credits'] as const)(
    'hits each fifth %s, each way alike',
    (on) => {
      const counts = drawn(on, false);
      const sum = counts.reduce((all, count) => all + count, 0);
      expect(counts).toHaveLength(faultCounts()[on]);
      expect(sum / draws).toBeCloseTo(0.2, 2);
      for (const count of counts)
        expect(Math.abs((count * counts.length) / sum - 1)).toBeLessThan(0.2);
    },
  );

  test('hits each fifth poll, and one with a result a little more often', () => {
    const rate = (ready: boolean) =>
      drawn('poll', ready).reduce((all, count) => all + count, 0) / draws;
    expect(rate(false)).toBeCloseTo(0.2, 2);
    expect(rate(true)).toBeGreaterThan(0.2);
    expect(rate(true)).toBeLessThan(0.24);
    expect(drawn('poll', true)).toHaveLength(faultCounts().poll);
  });

  test('takes each fault for itself where that is asked for', () => {
    const rules = faultMix(0.2, { literal: true });
    expect(new Set(rules.map(({ probability }) => probability))).toEqual(new Set([0.2]));
  });
});

test('a seed draws the same numbers again, another one others', () => {
  const first = (seed: number) => Array.from({ length: 5 }, seededRandom(seed));
  expect(first(7)).toEqual(first(7));
  expect(first(7)).not.toEqual(first(8));
  expect(first(7).every((number) => number >= 0 && number < 1)).toBe(true);
});

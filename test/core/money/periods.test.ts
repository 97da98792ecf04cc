import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';

import { periodStart, slotsBetween } from '../../../src/core/money/periods';

const now = new Date(2026, 2, 27, 15, 20).getTime();

function local(...[year, month, day, hour = 0]: readonly number[]): number {
  return new Date(Number(year), Number(month) - 1, Number(day), hour).getTime();
}

describe('periodStart', () => {
  it.each([
    ['today', local(2026, 3, 27)],
    ['week', local(2026, 3, 21)],
    ['month', local(2026, 3, 1)],
  ] as const)('%s', (id, start) => {
    expect(periodStart(id, now)).toBe(start);
  });

  it('goes over the ends of months and years', () => {
    expect(periodStart('week', local(2026, 1, 3, 23))).toBe(local(2025, 12, 28));
  });

  it('has nothing before all of it, also after a way through JSON', () => {
    const start = JSON.parse(JSON.stringify(periodStart('all', now))) as number;
    expect(start).toBeLessThan(0);
  });
});

describe('slotsBetween', () => {
  it('is one day for today, seven for a week, and the month so far', () => {
    expect(slotsBetween(periodStart('today', now), now)).toEqual({
      unit: 'day',
      starts: [local(2026, 3, 27)],
    });
    expect(slotsBetween(periodStart('week', now), now).starts).toHaveLength(7);
    expect(slotsBetween(periodStart('month', now), now).starts).toHaveLength(27);
  });

  it('takes months, then years, where days would be too many', () => {
    expect(slotsBetween(local(2026, 2, 25), now).unit).toBe('day');
    expect(slotsBetween(local(2026, 2, 24), now)).toEqual({
      unit: 'month',
      starts: [local(2026, 2, 1), local(2026, 3, 1)],
    });
    expect(slotsBetween(local(2023, 6, 1), now)).toEqual({
      unit: 'year',
      starts: [2023, 2024, 2025, 2026].map((year) => local(year, 1, 1)),
    });
  });

  it('has one bar after the other, none twice, the last one now, and never more than a page can show', () => {
    const century = 100 * 366 * 24 * 3_600_000;
    assert(
      property(integer({ min: 0, max: century }), integer({ min: 0, max: century }), (at, back) => {
        const { starts } = slotsBetween(at - back, at);
        expect(starts.length).toBeGreaterThan(0);
        expect(starts.length).toBeLessThanOrEqual(31);
        expect([...new Set(starts)].sort((a, b) => a - b)).toEqual(starts);
        expect(starts.at(-1)).toBeLessThanOrEqual(at);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';

import { paceOf, withDuration } from '../../../src/core/api/pace';

const usual = [4600, 4700, 4800, 4650, 4750, 4700, 4690, 4710, 4720];

describe('the pace of tasks', () => {
  it('is unknown until there are five', () => {
    expect(paceOf(usual.slice(0, 4))).toBeUndefined();
    expect(paceOf(usual.slice(0, 5))?.medianMs).toBeCloseTo(4700, -1);
  });

  it('does not mind a single odd task', () => {
    const odd = paceOf([...usual, 290_000]);
    expect(odd?.medianMs).toBeCloseTo(4710, -1);
    expect(odd?.spread).toBeLessThan(0.06);
  });

  it('is as wide as it is where polls half a second apart saw most of them end at one time', () => {
    const seen = [2750, 3250, 3250, 3250, 3750].flatMap((ms) => [ms, ms, ms, ms]);
    expect(paceOf(seen)?.spread).toBeGreaterThan(0.06);
  });

  it('is never thought sharper than a clock can tell', () => {
    expect(paceOf(Array.from({ length: 8 }, () => 4700))?.spread).toBe(0.04);
  });
});

describe('the durations that are kept', () => {
  const after = (...more: readonly number[]) =>
    more.reduce<readonly number[]>((all, each) => withDuration(all, each), usual);

  it('are the latest 24', () => {
    const many = Array.from({ length: 30 }, (_, index) => 4700 + index);
    expect(after(...many)).toEqual(many.slice(-24));
  });

  it.each([
    ['slower', [9000, 9100, 8900]],
    ['quicker', [2000, 2100, 2050]],
  ])('are those since the service became %s', (_, changed) => {
    expect(after(...changed)).toEqual(changed);
  });

  it('stay where only some are slower', () => {
    expect(after(9000, 4700, 9100)).toHaveLength(usual.length + 3);
  });

  it('stay where the service is only a little slower: they leave one by one', () => {
    expect(after(5700, 5600, 5800)).toHaveLength(usual.length + 3);
  });

  it.each([NaN, Infinity, 0, -5])('leave out %d', (ms) => {
    expect(withDuration(usual, ms)).toBe(usual);
  });
});

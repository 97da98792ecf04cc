import { describe, expect, it } from 'vitest';

import { growthExponent } from '../bench/growth';

const sizes = [100, 1000, 10_000];
const costing = (cost: (size: number) => number) =>
  growthExponent(sizes.map((size) => ({ size, cost: cost(size) })));

describe('growthExponent', () => {
  it.each([
    ['a cost that stays', () => 7, 0],
    ['a cost in proportion', (size: number) => 0.3 * size, 1],
    ['a cost of pairs', (size: number) => size ** 2, 2],
    ['a cost that falls', (size: number) => 1 / size, -1],
  ])('tells %s', (_name, cost, exponent) => {
    expect(costing(cost)).toBeCloseTo(exponent, 10);
  });

  it('takes the middle way between points that lie on no line', () => {
    const costs = new Map([
      [100, 10],
      [1000, 10],
      [10_000, 1000],
    ]);
    expect(costing((size) => costs.get(size) ?? 0)).toBeCloseTo(1, 10);
  });

  it.each([
    ['one size', [{ size: 10, cost: 1 }]],
    ['one size twice', [10, 10].map((size) => ({ size, cost: 1 }))],
    ['a cost of nothing', sizes.map((size) => ({ size, cost: 0 }))],
    ['a size of nothing', [0, 1].map((size) => ({ size, cost: 1 }))],
  ])('refuses %s', (_name, points) => {
    expect(() => growthExponent(points)).toThrow(RangeError);
  });
});

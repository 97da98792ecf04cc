import { describe, expect, it } from 'vitest';

import { firstOf } from '../../src/core/firstOf';

describe('the first of many', () => {
  it('are taken without a look at the others', () => {
    let looks = 0;
    const many = {
      *[Symbol.iterator]() {
        for (; looks < 1000; looks += 1) yield looks;
      },
    };
    expect(firstOf(many, 3)).toEqual([0, 1, 2]);
    expect(looks).toBeLessThanOrEqual(3);
  });

  it.each([
    [0, []],
    [2, ['a', 'b']],
    [9, ['a', 'b', 'c']],
  ])('are %d, or as many as there are', (count, first) => {
    expect(firstOf(['a', 'b', 'c'], count)).toEqual(first);
  });
});

import { describe, expect, it } from 'vitest';
import { referenceSize } from '../../../src/core/assets/referenceSize';

describe('referenceSize', () => {
  it.each([
    [
      { width: 2048, height: 2048 },
      { width: 2048, height: 2048 },
    ],
    [
      { width: 1001, height: 333 },
      { width: 1001, height: 333 },
    ],
    [
      { width: 4096, height: 4096 },
      { width: 2048, height: 2048 },
    ],
    [
      { width: 6000, height: 4000 },
      { width: 2496, height: 1664 },
    ],
    [
      { width: 100_000, height: 50 },
      { width: 91_584, height: 32 },
    ],
  ])('%o → %o', (size, sent) => {
    expect(referenceSize(size)).toEqual(sent);
  });

  it('is never more than the service uses, in multiples of 16', () => {
    for (let width = 2000; width < 9000; width += 371) {
      const sent = referenceSize({ width, height: 5003 });
      expect(sent.width * sent.height).toBeLessThanOrEqual(2048 * 2048);
      expect([sent.width % 16, sent.height % 16]).toEqual([0, 0]);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { referenceSize } from '../../../src/core/assets/referenceSize';

const megapixel = 2 ** 20;

describe('referenceSize', () => {
  it.each([
    [2048, 2048, 4 * megapixel, 2048, 2048],
    [1001, 333, 4 * megapixel, 1001, 333],
    [4096, 4096, 4 * megapixel, 2048, 2048],
    [6000, 4000, 4 * megapixel, 2496, 1664],
    [100_000, 50, 4 * megapixel, 91_584, 32],
    [4096, 4096, 16 * megapixel, 4096, 4096],
    [6000, 4000, 16 * megapixel, 5008, 3344],
    [5000, 4000, 20_000_000, 5000, 4000],
  ])('%d × %d within %d px → %d × %d', (width, height, maxPixels, sentWidth, sentHeight) => {
    expect(referenceSize({ width, height }, maxPixels)).toEqual({
      width: sentWidth,
      height: sentHeight,
    });
  });

  it('is never more than the model takes, in multiples of 16', () => {
    for (let width = 2000; width < 9000; width += 371) {
      const sent = referenceSize({ width, height: 5003 }, 4 * megapixel);
      expect(sent.width * sent.height).toBeLessThanOrEqual(4 * megapixel);
      expect([sent.width % 16, sent.height % 16]).toEqual([0, 0]);
    }
  });
});

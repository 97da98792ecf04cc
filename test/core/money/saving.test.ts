import { expect, test } from 'vitest';
import { savingOf } from '../../../src/core/money/saving';

test.each([
  // [width, height], the step, the smaller size, what it is billed as, the side, whether a row more bills the next.
  [[1024, 1025], 1, [1024, 1024], 1, 'height', true],
  [[1025, 1024], 1, [1024, 1024], 1, 'width', true],
  [[1024, 1040], 16, [1024, 1024], 1, 'height', true],
  [[1920, 1120], 32, [1920, 1088], 2, 'height', false],
  [[1030, 1030], 1, [1030, 1018], 1, 'height', false],
  [[1056, 1024], 32, [1024, 1024], 1, 'width', true],
  [[2048, 2064], 16, [2048, 2048], 4, 'height', true],
] as const)('%o just above a megapixel', (from, step, to, billedMegapixels, side, isFull) => {
  expect(savingOf({ width: from[0], height: from[1] }, () => step)).toEqual({
    size: { width: to[0], height: to[1] },
    billedMegapixels,
    side,
    isFull,
  });
});

test.each([
  [1024, 1024],
  [512, 512],
  [2048, 1024],
  // Nearly two megapixels: who asks for that wants them.
  [1920, 1088],
  [1200, 1024],
])('%d × %d has nothing to save', (width, height) => {
  expect(savingOf({ width, height }, () => 1)).toBeUndefined();
});

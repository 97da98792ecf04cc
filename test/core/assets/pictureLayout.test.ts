import fc from 'fast-check';
import { expect, test } from 'vitest';

import { pictureLayout, type PixelArea } from '../../../src/core/assets/pictureLayout';
import type { PixelSize } from '../../../src/core/assets/size';

const wide = { width: 400, height: 200 };

test('cover takes the centre, contain leaves space on both sides', () => {
  const square = { width: 100, height: 100 };
  expect(pictureLayout(wide, square)).toEqual({
    size: square,
    taken: { left: 100, top: 0, width: 200, height: 200 },
    place: { left: 0, top: 0, ...square },
  });
  expect(pictureLayout(wide, { ...square, fit: 'contain' })).toEqual({
    size: square,
    taken: { left: 0, top: 0, ...wide },
    place: { left: 0, top: 25, width: 100, height: 50 },
  });
});

test('one side alone keeps the shape', () => {
  expect(pictureLayout(wide, { height: 50 }).size).toEqual({ width: 100, height: 50 });
  expect(pictureLayout({ width: 5000, height: 1 }, { width: 10 }).size).toEqual({
    width: 10,
    height: 1,
  });
});

test('a margin of a tenth leaves the picture 80 %', () => {
  const { place } = pictureLayout(
    { width: 10, height: 10 },
    { width: 500, height: 500, fit: 'contain', margin: 0.1 },
  );
  expect(place).toEqual({ left: 50, top: 50, width: 400, height: 400 });
});

test('whatever the sizes, what is taken lies in the picture and what is placed in the file', () => {
  const side = fc.integer({ min: 1, max: 5000 });
  const size = fc.record({ width: side, height: side });
  const fit = fc.constantFrom('cover' as const, 'contain' as const);
  const margin = fc.double({ min: 0, max: 0.49, noNaN: true });
  fc.assert(
    fc.property(size, size, fit, margin, (picture, wanted, fit, margin) => {
      const layout = pictureLayout(picture, { ...wanted, fit, margin });
      expect(layout.size).toEqual(wanted);
      expectWithin(layout.taken, picture);
      expectWithin(layout.place, wanted);
    }),
    { seed: 5, numRuns: 300 },
  );
});

function expectWithin({ left, top, width, height }: PixelArea, outer: PixelSize): void {
  expect(Math.min(left, top, width - 1, height - 1)).toBeGreaterThanOrEqual(0);
  expect(left + width).toBeLessThanOrEqual(outer.width);
  expect(top + height).toBeLessThanOrEqual(outer.height);
}

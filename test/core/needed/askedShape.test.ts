import { expect, test } from 'vitest';
import { models, modelOf } from '../../../src/core/api/models';
import { checkRequest } from '../../../src/core/api/request';
import { askedShape } from '../../../src/core/needed/askedShape';

test.each([
  ['on the grid, it is drawn as it is', 'flux-2-pro', [1200, 640], [1200, 640]],
  ['off the grid, the next larger', 'flux-2-pro', [1200, 630], [1200, 640]],
  ['below the least, in its shape', 'flux-2-pro', [32, 16], [128, 64]],
  ['a square icon', 'flux-2-pro', [48, 48], [64, 64]],
  ['above the largest area, in its shape', 'flux-2-pro', [3000, 2000], [2496, 1664]],
  ['klein has the same limits', 'flux-2-klein-4b', [4096, 4096], [2048, 2048]],
  ['FLUX.1 has steps of 32', 'flux-pro-1.1', [1200, 630], [1216, 640]],
  ['FLUX.1 begins at 256', 'flux-pro-1.1', [64, 48], [352, 256]],
  ['FLUX.1 ends at 1440', 'flux-pro-1.1', [1920, 1080], [1440, 800]],
  ['a shape that no picture has', 'flux-pro-1.1', [2000, 50], [1440, 256]],
] as const)('%s', (_what, id, [width, height], [drawnWidth, drawnHeight]) => {
  const drawn = { width: drawnWidth, height: drawnHeight };
  const shape = askedShape(modelOf(id), 'source', { width, height });
  expect(shape).toEqual({ parameters: drawn, drawn });
});

test('the relay has steps of 32 everywhere', () => {
  const size = { width: 1200, height: 630 };
  expect(askedShape(modelOf('flux-2-pro'), 'relay', size).drawn).toEqual({
    width: 1216,
    height: 640,
  });
});

test.each([
  ['any ratio at the source', 'flux-kontext-pro', 'source', [1200, 630], '40:21'],
  ['the nearest that the relay lists', 'flux-kontext-pro', 'relay', [1200, 630], '16:9'],
  ['wider than the widest', 'flux-pro-1.1-ultra', 'source', [3000, 500], '21:9'],
  ['taller than the tallest', 'flux-pro-1.1-ultra', 'source', [100, 900], '9:21'],
  ['a square', 'flux-pro-1.1-ultra', 'source', [64, 64], '1:1'],
] as const)('by ratio: %s', (_what, id, dialect, [width, height], aspect_ratio) => {
  expect(askedShape(modelOf(id), dialect, { width, height })).toEqual({
    parameters: { aspect_ratio },
  });
});

test.each([
  [[64, 64], '1:1', '768sq'],
  [[1200, 630], '2:1', '1k'],
  [[1024, 1024], '1:1', '1k'],
  [[1920, 1080], '16:9', '1.5k'],
  [[9000, 9000], '1:1', '4k'],
] as const)('FLUX 3 draws %j as %s at %s', ([width, height], aspect_ratio, resolution) => {
  expect(askedShape(modelOf('flux-3-image'), 'source', { width, height })).toEqual({
    parameters: { aspect_ratio, resolution },
  });
});

test('whatever the size, the request check and the largest area let it through', () => {
  const sides = [1, 16, 63, 65, 100, 630, 777, 1441, 2048, 5000];
  const drawers = models.filter(
    ({ prompt, references }) => prompt === 'required' && references.required === 0,
  );
  for (const model of drawers) {
    for (const dialect of ['source', 'relay'] as const) {
      for (const width of sides) {
        for (const height of sides) {
          const { parameters, drawn } = askedShape(model, dialect, { width, height });
          const request = { prompt: 'A fox', parameters, referenceCount: 0 };
          expect(checkRequest(model, dialect, request)).toEqual([]);
          const area = (drawn?.width ?? 0) * (drawn?.height ?? 0);
          expect(area).toBeLessThanOrEqual(model.maxOutputPixels ?? Infinity);
        }
      }
    }
  }
});

import { describe, expect, test } from 'vitest';
import { modelOf } from '../../../src/core/api/models';
import { costOf, type BilledPicture } from '../../../src/core/money/cost';

const square = { width: 1024, height: 1024 };

function sourceCost(model: string, picture: Partial<BilledPicture> = {}) {
  return costOf(modelOf(model), { dialect: 'source', pixels: square, inputs: [], ...picture });
}

/** Lines of bfl-api.md §7: the prices that have been seen in answers or are printed by the service. */
const known: readonly [
  model: string,
  width: number,
  height: number,
  cost: number,
  output: number,
][] = [
  ['flux-2-pro', 1024, 1024, 3, 1],
  ['flux-2-pro', 1920, 1080, 4.5, 1.98],
  ['flux-2-pro', 2048, 1536, 6, 3],
  ['flux-2-pro', 1024, 1025, 4.5, 1],
  ['flux-2-pro', 64, 64, 3, 0],
  ['flux-2-max', 2048, 2048, 16, 4],
  ['flux-2-flex', 1920, 1080, 10, 1.98],
  ['flux-2-klein-4b', 1024, 1024, 1.4, 1],
  ['flux-2-klein-4b', 2048, 1536, 1.6, 3],
  ['flux-2-klein-9b', 1920, 1080, 1.7, 1.98],
  ['flux-kontext-max', 1392, 752, 8, 1],
  ['flux-pro-1.1-ultra', 2752, 1536, 6, 4.03],
  ['flux-dev', 1024, 768, 2.5, 0.75],
];

test.each(known)('%s at %d × %d costs %d', (model, width, height, cost, outputMegapixels) => {
  expect(sourceCost(model, { pixels: { width, height } })).toEqual({
    cost,
    inputMegapixels: 0,
    outputMegapixels,
    billedMegapixels: Math.max(Math.ceil((width * height) / 2 ** 20), 1),
  });
});

describe('inputs', () => {
  test('count by their sum, rounded up', () => {
    const half = { width: 512, height: 1024 };
    expect(sourceCost('flux-2-pro', { inputs: [half] })).toMatchObject({
      cost: 4.5,
      inputMegapixels: 0.5,
    });
    expect(sourceCost('flux-2-pro', { inputs: [half, half] }).cost).toBe(4.5);
    expect(sourceCost('flux-2-pro', { inputs: [half, half, half] }).cost).toBe(6);
  });

  test('count as at most 4 MP each', () => {
    const large = { width: 8000, height: 6000 };
    expect(sourceCost('flux-2-max', { inputs: [large] })).toMatchObject({
      cost: 19,
      inputMegapixels: 4,
    });
  });
});

test('a price that depends on a field follows it, and its default', () => {
  const outpainting = 'flux-tools/outpainting-v1';
  expect(sourceCost(outpainting, { inputs: [square], body: { mode: 'fast' } }).cost).toBe(4.5);
  expect(sourceCost(outpainting, { inputs: [square] }).cost).toBe(20);
  expect(sourceCost(outpainting, { inputs: [square], body: { mode: 'odd' } })).not.toHaveProperty(
    'cost',
  );
});

test('a price that nobody states is no price', () => {
  expect(sourceCost('flux-3-image')).toEqual({
    inputMegapixels: 0,
    outputMegapixels: 1,
    billedMegapixels: 1,
  });
});

test('a value that is no choice of the list has no price, whatever it is called', () => {
  const body = { mode: 'constructor' };
  expect(sourceCost('flux-tools/outpainting-v1', { body })).not.toHaveProperty('cost');
});

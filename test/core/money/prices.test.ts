import { describe, expect, test } from 'vitest';
import { modelOf, models } from '../../../src/core/api/models';
import type { Dialect } from '../../../src/core/api/provider';
import type { PixelSize } from '../../../src/core/assets/size';
import { costOf } from '../../../src/core/money/cost';
import { priceList, priceOf, priceRow } from '../../../src/core/money/prices';

const one = { width: 1024, height: 1024 };
const two = { width: 1920, height: 1088 };
const three = { width: 2048, height: 1536 };
const four = { width: 2048, height: 2048 };

/** A size, one megapixel of input or none, fields of the body, and the credits that bfl-api.md §7 makes of them. */
type Example = readonly [
  model: string,
  pixels: PixelSize,
  inputs: number,
  body: Readonly<Record<string, unknown>>,
  credits: number,
];

const shared: readonly Example[] = [
  ['flux-2-klein-4b', one, 0, {}, 1.4],
  ['flux-2-klein-4b', three, 2, {}, 1.8],
  ['flux-2-klein-9b', one, 0, {}, 1.5],
  ['flux-2-klein-9b', two, 1, {}, 1.9],
  ['flux-2-pro', two, 0, {}, 4.5],
  ['flux-2-pro', three, 0, {}, 6],
  ['flux-2-pro', one, 1, {}, 4.5],
  ['flux-2-max', four, 0, {}, 16],
  ['flux-2-max', one, 1, {}, 10],
  ['flux-kontext-pro', one, 1, {}, 4],
  ['flux-kontext-max', one, 1, {}, 8],
  ['flux-pro-1.1', one, 0, {}, 4],
  ['flux-pro-1.1-ultra', four, 0, {}, 6],
  ['flux-pro', one, 0, {}, 5],
  ['flux-dev', one, 0, {}, 2.5],
];

const examples: Readonly<Record<Dialect, readonly Example[]>> = {
  source: [
    ...shared,
    ['flux-2-flex', two, 0, {}, 10],
    ['flux-2-flex', one, 1, {}, 10],
    ['flux-2-pro-preview', two, 0, {}, 4.5],
    ['flux-2-klein-9b-preview', two, 1, {}, 1.9],
    ['flux-pro-1.0-fill', three, 2, {}, 5],
    ['flux-pro-1.0-expand', three, 1, {}, 5],
    ['flux-tools/outpainting-v1', three, 1, {}, 20],
    ['flux-tools/outpainting-v1', three, 1, { mode: 'fast' }, 4.5],
    ['flux-tools/erase-v1', one, 1, {}, 3],
    ['flux-tools/deblur-v1', one, 1, {}, 3],
  ],
  // "From 6": further megapixels at no less than what the source takes.
  relay: [...shared, ['flux-2-flex', one, 0, {}, 6], ['flux-2-flex', two, 0, {}, 11]],
};

/** No source states these prices. */
const unknown: Readonly<Record<Dialect, readonly string[]>> = {
  source: ['flux-3-image'],
  relay: [
    ...['flux-2-pro-preview', 'flux-2-klein-9b-preview', 'flux-3-image'],
    ...['flux-pro-1.0-fill', 'flux-pro-1.0-expand'],
    ...['flux-tools/outpainting-v1', 'flux-tools/erase-v1', 'flux-tools/deblur-v1'],
  ],
};

describe.each(['source', 'relay'] as const)('the %s’s price list', (dialect) => {
  test.each(examples[dialect])('%s of %o with %d MP of input and %o costs %d', (id, ...example) => {
    const [pixels, inputs, body, credits] = example;
    const images = Array.from({ length: inputs }, () => one);
    expect(costOf(modelOf(id), { dialect, pixels, inputs: images, body }).cost).toBe(credits);
  });

  test('has one row for each model of the catalogue, and no other', () => {
    const ids = models.map(({ id }) => id).sort();
    expect(
      priceList(dialect)
        .map(({ model }) => model)
        .sort(),
    ).toEqual(ids);
  });

  test('has an example for each row, or says that nobody knows', () => {
    const priced = new Set(examples[dialect].map(([id]) => id));
    for (const { model, price } of priceList(dialect)) {
      expect([model, price.kind === 'unknown']).toEqual([model, unknown[dialect].includes(model)]);
      expect([model, priced.has(model)]).toEqual([model, price.kind !== 'unknown']);
    }
  });

  test('says of each row where it is from, and when that was said', () => {
    for (const { source, date } of priceList(dialect)) {
      expect(source).toMatch(/bfl-api\.md §\d|the relay’s page/);
      expect(date).toMatch(/^20\d\d(-[01]\d(-[0-3]\d)?)?$/);
    }
  });

  test('does not price a model that the catalogue does not know', () => {
    expect(priceRow('flux-9-giga', dialect)).toBeUndefined();
    expect(priceOf('flux-9-giga', dialect)).toEqual({ kind: 'unknown' });
  });
});

test('what no page states and what was seen once is marked', () => {
  const marked = (basis: 'seen' | 'assumed') =>
    priceList('source')
      .filter((row) => row.basis === basis)
      .map(({ model }) => model);
  expect(marked('assumed')).toEqual([
    'flux-2-klein-9b-preview',
    'flux-2-pro-preview',
    'flux-pro-1.0-expand',
  ]);
  expect(marked('seen')).toEqual([
    'flux-tools/outpainting-v1',
    'flux-tools/erase-v1',
    'flux-tools/deblur-v1',
  ]);
});

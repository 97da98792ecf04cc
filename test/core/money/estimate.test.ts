import { describe, expect, test } from 'vitest';
import { modelOf } from '../../../src/core/api/models';
import type { ProviderId } from '../../../src/core/api/provider';
import { estimateOf, furtherMegapixel, type EstimateOrder } from '../../../src/core/money/estimate';
import { moneyOf } from '../../../src/core/money/providerMoney';

function biller(id: ProviderId, exchangeRate = 4, rate = 1) {
  return { id, money: moneyOf(id, { exchangeRate, custom: { rate } }) };
}

function estimate(model: string, order: Partial<EstimateOrder> = {}) {
  return estimateOf({
    model: modelOf(model),
    provider: biller('bfl'),
    parameters: {},
    references: [],
    count: 1,
    ...order,
  });
}

const two = { width: 1920, height: 1088 };
const square = { width: 1024, height: 1024 };

describe('the worked examples', () => {
  test('flux-2-pro at 1920 × 1088 is 1.99 MP, billed 2: 4.5 credits, $0.045, at the relay ¥0.18', () => {
    expect(estimate('flux-2-pro', { parameters: two })).toEqual({
      kind: 'priced',
      bound: 'exact',
      charge: { credits: 4.5, amount: 0.045, currency: 'USD' },
      outputMegapixels: 1.99,
      billedMegapixels: 2,
    });
    expect(
      estimate('flux-2-pro', { parameters: two, provider: biller('openai-hk') }),
    ).toMatchObject({ bound: 'exact', charge: { credits: 4.5, amount: 0.18, currency: 'CNY' } });
  });

  // The relay's page still computes with the rate that held before, 3; by its own words it is 4 (bfl-api.md §7.1).
  test.each([
    [4, 0.1],
    [3, 0.075],
  ])('flux-dev at the relay, at a rate of %d, is ¥%d', (rate, amount) => {
    const provider = biller('openai-hk', rate);
    expect(estimate('flux-dev', { provider })).toEqual({
      kind: 'priced',
      bound: 'exact',
      charge: { credits: 2.5, amount, currency: 'CNY' },
    });
  });
});

describe('providers', () => {
  test('demo is free, whatever the model', () => {
    const provider = biller('demo');
    expect(estimate('flux-2-max', { provider })).toEqual({ kind: 'free' });
    expect(estimate('flux-9-giga', { provider })).toEqual({ kind: 'free' });
  });

  test('custom is billed by the source’s list, times its rate', () => {
    expect(estimate('flux-2-flex', { provider: biller('custom', 4, 1.5) })).toMatchObject({
      charge: { credits: 5, amount: 0.075, currency: 'USD' },
    });
  });

  test('each has its own price of flux-2-flex, and the relay’s is open above the first megapixel', () => {
    expect(estimate('flux-2-flex')).toMatchObject({ bound: 'exact', charge: { credits: 5 } });
    const provider = biller('openai-hk');
    expect(estimate('flux-2-flex', { provider })).toMatchObject({
      bound: 'exact',
      charge: { credits: 6, amount: 0.24 },
    });
    expect(estimate('flux-2-flex', { provider, parameters: two })).toMatchObject({ bound: 'from' });
    expect(estimate('flux-2-flex', { provider, references: [square] })).toMatchObject({
      bound: 'from',
      charge: { credits: 11 },
    });
  });

  test.each([
    ['flux-3-image', 'bfl'],
    ['flux-9-giga', 'bfl'],
    ['flux-pro-1.0-fill', 'openai-hk'],
  ] as const)('%s at %s: nobody states a price, so there is none, not even zero', (model, id) => {
    expect(estimate(model, { provider: biller(id) })).toEqual({ kind: 'unknown' });
  });

  test.each(['flux-2-pro-preview', 'flux-pro-1.0-expand', 'flux-tools/erase-v1'])(
    'the price of %s is not the service’s own word',
    (model) => {
      expect(estimate(model)).toMatchObject({ bound: 'about' });
    },
  );
});

describe('sizes', () => {
  test.each([
    ['no size is 1024 × 1024', {}, 3],
    ['text is no size', { width: 'wide', height: 'high' }, 3],
    ['nor is nothing', { width: 0, height: -1 }, 3],
    ['nor what is beyond all numbers', { width: Infinity, height: 1024 }, 3],
    ['the side that is missing is 1024', { width: 2048 }, 4.5],
    ['a row too much bills another megapixel', { width: 1024, height: 1025 }, 4.5],
    ['off every step', { width: 1921, height: 1083 }, 4.5],
    ['below the smallest', { width: 10, height: 10 }, 3],
    ['above the largest', { width: 4096, height: 4096 }, 25.5],
  ])('%s', (_, parameters, credits) => {
    expect(estimate('flux-2-pro', { parameters })).toMatchObject({ charge: { credits } });
  });

  test('a price that does not hang on the size tells none', () => {
    const found = estimate('flux-pro-1.1', { parameters: { width: 1440, height: 1440 } });
    expect(found).toMatchObject({ charge: { credits: 4 } });
    expect(found).not.toHaveProperty('billedMegapixels');
  });

  test('a mode that is dearer', () => {
    const model = 'flux-tools/outpainting-v1';
    expect(estimate(model)).toMatchObject({ charge: { credits: 20 } });
    expect(estimate(model, { parameters: { mode: 'fast' } })).toMatchObject({
      charge: { credits: 4.5 },
    });
  });
});

describe('references', () => {
  test('count by their size, and give the picture theirs', () => {
    const references = [{ width: 2048, height: 1024 }, square];
    expect(estimate('flux-2-pro', { references })).toMatchObject({
      bound: 'exact',
      billedMegapixels: 2,
      charge: { credits: 3 + 1.5 + 3 * 1.5 },
    });
    expect(estimate('flux-2-pro', { references, parameters: square })).toMatchObject({
      charge: { credits: 3 + 3 * 1.5 },
    });
  });

  test('count as they are sent: scaled to what the model takes', () => {
    const references = [{ width: 8000, height: 6000 }];
    expect(estimate('flux-2-pro', { references })).toMatchObject({
      billedMegapixels: 4,
      charge: { credits: 3 + 3 * 1.5 + 4 * 1.5 },
    });
  });

  test('of parts of a megapixel are rounded as nobody has verified', () => {
    const references = [{ width: 800, height: 600 }];
    expect(estimate('flux-2-pro', { references })).toMatchObject({
      bound: 'about',
      outputMegapixels: 0.45,
      charge: { credits: 4.5 },
    });
  });

  test('of unknown size make a price that it is at least', () => {
    const found = estimate('flux-2-pro', { references: [undefined] });
    expect(found).toMatchObject({ bound: 'from', charge: { credits: 4.5 } });
    expect(found).not.toHaveProperty('billedMegapixels');
    expect(
      estimate('flux-2-pro', { references: [square, undefined], parameters: two }),
    ).toMatchObject({ bound: 'from', billedMegapixels: 2, charge: { credits: 7.5 } });
  });

  test('that are given as text count as well', () => {
    const parameters = { ...square, input_image: 'aGVsbG8=', input_image_2: 'aGVsbG8=' };
    expect(estimate('flux-2-pro', { parameters })).toMatchObject({
      bound: 'from',
      charge: { credits: 4.5 },
    });
  });

  test('do not count where the price is flat', () => {
    expect(estimate('flux-kontext-pro', { references: [undefined, square] })).toMatchObject({
      bound: 'exact',
      charge: { credits: 4 },
    });
  });
});

test.each([
  [3, 13.5, 0.135],
  [11, 49.5, 0.495],
  [0, 4.5, 0.045],
  [1.5, 4.5, 0.045],
  [NaN, 4.5, 0.045],
])('%d pictures', (count, credits, amount) => {
  expect(estimate('flux-2-pro', { parameters: two, count })).toMatchObject({
    charge: { credits, amount },
  });
});

test('many pictures of a price that binary numbers miss', () => {
  expect(estimate('flux-2-klein-4b', { count: 3 })).toMatchObject({
    charge: { credits: 4.2, amount: 0.042 },
  });
});

describe('one megapixel more', () => {
  test('adds what the list says', () => {
    expect(furtherMegapixel('flux-2-pro', biller('bfl'))).toEqual({
      kind: 'priced',
      bound: 'exact',
      charge: { credits: 1.5, amount: 0.015, currency: 'USD' },
    });
    expect(furtherMegapixel('flux-2-flex', biller('openai-hk'))).toMatchObject({ bound: 'from' });
    expect(furtherMegapixel('flux-2-pro-preview', biller('bfl'))).toMatchObject({ bound: 'about' });
  });

  test.each([
    ['flux-2-pro', 'demo'],
    ['flux-dev', 'bfl'],
    ['flux-3-image', 'bfl'],
    ['flux-9-giga', 'bfl'],
  ] as const)('of %s at %s adds nothing, or nobody knows what', (model, id) => {
    expect(furtherMegapixel(model, biller(id))).toBeUndefined();
  });
});

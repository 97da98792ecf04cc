import { expect, test } from 'vitest';
import type { Estimate } from '../../src/core/money/estimate';
import { createLocalizer } from '../../src/protocol/localizer';
import { priceWords } from '../../src/protocol/priceWords';

const dollars = { credits: 4.5, amount: 0.045, currency: 'USD' } as const;
const yuan = { credits: 3, amount: 0.12, currency: 'CNY' } as const;

test.each<readonly [Estimate, string]>([
  [{ kind: 'free' }, 'free'],
  [{ kind: 'unknown' }, 'price unknown'],
  [{ kind: 'priced', bound: 'exact', charge: dollars }, '4.5 credits ($0.045)'],
  [{ kind: 'priced', bound: 'about', charge: dollars }, 'about 4.5 credits ($0.045)'],
  [{ kind: 'priced', bound: 'exact', charge: yuan }, '¥0.12 (1,200 credits)'],
  [{ kind: 'priced', bound: 'from', charge: yuan }, 'from ¥0.12 (1,200 credits)'],
])('%o reads %s', (estimate, words) => {
  expect(priceWords(estimate, createLocalizer())).toBe(words);
});

import { describe, expect, it } from 'vitest';

import { chargeOf } from '../../src/core/money/charge';
import { amountWords, chargeWords, decimalsOf } from '../../src/protocol/chargeWords';
import { createLocalizer } from '../../src/protocol/localizer';

describe('chargeWords', () => {
  it.each([
    [4.5, { currency: 'USD', perCredit: 0.01 }, '4.5 credits ($0.045)'],
    [3, { currency: 'USD', perCredit: 0.01 }, '3 credits ($0.03)'],
    [4.5, { currency: 'CNY', perCredit: 0.04 }, '¥0.18 (1,800 credits)'],
    // The relay's page computes its example with the older rate 3: ¥0.075 for flux-dev (bfl-api.md §7.1).
    [2.5, { currency: 'CNY', perCredit: 0.03 }, '¥0.075 (750 credits)'],
    [2.5, { currency: 'CNY', perCredit: 0.04 }, '¥0.10 (1,000 credits)'],
  ] as const)('%d credits at %o read %s', (credits, money, words) => {
    expect(chargeWords(chargeOf(credits, money), createLocalizer())).toBe(words);
  });
});

describe('a column of amounts', () => {
  it.each([
    [[], ['$0.50']],
    [[0.03], ['$0.50']],
    [[0.03, 0.045], ['$0.500']],
    [[1, 0.000125], ['$0.500000']],
    [[0.1 + 0.2], ['$0.50']],
  ])('of %j lines up with %j', (amounts, [half]) => {
    expect(amountWords({ amount: 0.5, currency: 'USD' }, decimalsOf(amounts))).toBe(half);
  });
});

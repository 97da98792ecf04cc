import { expect, test } from 'vitest';
import type { Estimate, PricedEstimate } from '../../../src/core/money/estimate';
import { totalEstimate } from '../../../src/core/money/totalEstimate';

const free: Estimate = { kind: 'free' };
const unknown: Estimate = { kind: 'unknown' };

function priced(amount: number, bound: PricedEstimate['bound'] = 'exact'): Estimate {
  return { kind: 'priced', bound, charge: { credits: amount * 100, amount, currency: 'USD' } };
}

test.each([
  ['nothing', [], free],
  ['what is free', [free, free], free],
  ['what has no known price', [unknown, unknown], unknown],
  ['exact prices, without the noise of binary fractions', [priced(0.1), priced(0.2)], priced(0.3)],
  ['an estimated one among them', [priced(0.1), priced(0.2, 'about')], priced(0.3, 'about')],
  ['a least price among them', [priced(0.1, 'about'), priced(0.2, 'from')], priced(0.3, 'from')],
  ['an unknown one among them', [priced(0.3), unknown], priced(0.3, 'from')],
] as const)('the total of %s', (_what, estimates, total) => {
  expect(totalEstimate(estimates)).toEqual(total);
});

import type { Charge } from '../core/money/charge';
import type { Localizer } from './localizer';

const SYMBOLS = { USD: '$', CNY: '¥' } as const;
/** 1 relay credit = ¥0.0001 (bfl-api.md §7.1). */
const RELAY_CREDITS_PER_YUAN = 10_000;
/** A hundredth of a relay credit: no price has more. */
const MOST_DECIMALS = 6;

/** A charge in the provider's money: `4.5 credits ($0.045)`, `¥0.18 (1,800 credits)`. Never rounded to whole cents. */
export function chargeWords(charge: Charge, l10n: Localizer): string {
  const amount = amountWords(charge);
  if (charge.currency === 'CNY') {
    const relayCredits = Math.round(charge.amount * RELAY_CREDITS_PER_YUAN);
    return l10n.t('{0} ({1} credits)', amount, relayCredits.toLocaleString('en'));
  }
  return l10n.t('{0} credits ({1})', charge.credits, amount);
}

/**
 * An amount alone: `$0.045`, `¥0.18`. Never rounded to whole cents. `decimals` is the least number of them, so that a
 * column can line up.
 */
export function amountWords(
  { amount, currency }: Pick<Charge, 'amount' | 'currency'>,
  decimals = 2,
): string {
  const digits = amount.toLocaleString('en', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: MOST_DECIMALS,
    useGrouping: false,
  });
  return `${SYMBOLS[currency]}${digits}`;
}

/** How many decimals the exactest of some amounts has, 2 to 6. */
export function decimalsOf(amounts: readonly number[]): number {
  return amounts.reduce((most, amount) => {
    const [, decimals = ''] = amount.toFixed(MOST_DECIMALS).replace(/0+$/, '').split('.');
    return Math.max(most, decimals.length);
  }, 2);
}

import type { Charge } from '../core/money/charge';
import type { Localizer } from './localizer';

const SYMBOLS = { USD: '$', CNY: '¥' } as const;
/** 1 relay credit = ¥0.0001 (bfl-api.md §7.1). */
const RELAY_CREDITS_PER_YUAN = 10_000;

/** A charge in the provider's money: `4.5 credits ($0.045)`, `¥0.18 (1,800 credits)`. Never rounded to whole cents. */
export function chargeWords(charge: Charge, l10n: Localizer): string {
  const amount = `${SYMBOLS[charge.currency]}${exactAmount(charge.amount)}`;
  if (charge.currency === 'CNY') {
    const relayCredits = Math.round(charge.amount * RELAY_CREDITS_PER_YUAN);
    return l10n.t('{0} ({1} credits)', amount, relayCredits.toLocaleString('en'));
  }
  return l10n.t('{0} credits ({1})', charge.credits, amount);
}

function exactAmount(amount: number): string {
  return amount.toLocaleString('en', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 6,
    useGrouping: false,
  });
}

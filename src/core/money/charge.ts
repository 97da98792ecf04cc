import type { Money } from '../api/provider';

/** What a picture cost: the service's own `cost` number, and that in money. */
export interface Charge {
  readonly credits: number;
  readonly amount: number;
  readonly currency: 'USD' | 'CNY';
}

/** The service's `cost` in the provider's money: amount = cost × perCredit (bfl-api.md §7). */
export function chargeOf(credits: number, money: Money): Charge {
  // 4.5 × 0.04 is 0.18 on paper but not in binary; twelve digits are beyond any price and below the noise.
  const amount = Number((credits * money.perCredit).toPrecision(12));
  return { credits, amount, currency: money.currency };
}

/** Two charges of one currency together. */
export function addCharges(one: Charge, other: Charge): Charge {
  const sum = (a: number, b: number) => Number((a + b).toPrecision(12));
  const { currency } = one;
  return {
    credits: sum(one.credits, other.credits),
    amount: sum(one.amount, other.amount),
    currency,
  };
}

import type { BudgetLimit } from '../core/money/budget';
import { amountWords } from './chargeWords';
import type { Localizer } from './localizer';

/** That an order does not fit a budget, with the figures. */
export function overBudgetWords(limit: BudgetLimit, l10n: Localizer): string {
  const { order, total, most } = figures(limit);
  return limit.scope === 'day'
    ? l10n.t(
        'This order ({0}) would bring today’s spending to {1}, over the budget of {2} a day.',
        order,
        total,
        most,
      )
    : l10n.t(
        'This order ({0}) would bring this workspace’s spending to {1}, over its budget of {2}.',
        order,
        total,
        most,
      );
}

/** That a budget runs low, with the figures. */
export function nearBudgetWords(limit: BudgetLimit, l10n: Localizer): string {
  const { total, most } = figures(limit);
  return limit.scope === 'day'
    ? l10n.t('{0} of today’s budget of {1} is spent or reserved.', total, most)
    : l10n.t('{0} of this workspace’s budget of {1} is spent or reserved.', total, most);
}

function figures({ spent, order, limit, currency }: BudgetLimit) {
  const words = (amount: number) => amountWords({ amount, currency });
  return { order: words(order), total: words(spent + order), most: words(limit) };
}

import type { BudgetLimit } from '../../core/money/budget';
import type { Localizer } from '../../protocol/localizer';
import { overBudgetWords } from '../../protocol/budgetWords';
import type { Dialogs } from '../dialogs';
import type { GenerationOutcome } from '../tasks/generation';
import type { GenerationOrder } from '../tasks/order';

/** Runs an order to its end. */
export type RunOrder = (order: GenerationOrder, signal: AbortSignal) => Promise<GenerationOutcome>;

/** Runs orders that are paid together to their ends. */
export type RunOrders = (
  orders: readonly GenerationOrder[],
  signal: AbortSignal,
) => Promise<readonly GenerationOutcome[]>;

/** Asks a person whether an order may pass a budget, with the figures. */
export async function confirmOverBudget(
  limit: BudgetLimit,
  dialogs: Dialogs,
  l10n: Localizer,
): Promise<boolean> {
  const question = l10n.t('Generate over the budget?');
  return dialogs.confirm(question, overBudgetWords(limit, l10n), l10n.t('Generate Anyway'));
}

/** As `run`, but a person is shown the figures where the budget refuses, and may let the order through. */
export function askOverBudget(run: RunOrder, dialogs: Dialogs, l10n: Localizer): RunOrder {
  return async (order, signal) => {
    const outcome = await run(order, signal);
    return (await isLetThrough([outcome], dialogs, l10n))
      ? run({ ...order, isOverBudget: true }, signal)
      : outcome;
  };
}

/** The same for orders that the budget takes together. */
export function askOverBudgetOfAll(run: RunOrders, dialogs: Dialogs, l10n: Localizer): RunOrders {
  return async (orders, signal) => {
    const outcomes = await run(orders, signal);
    if (!(await isLetThrough(outcomes, dialogs, l10n))) return outcomes;
    // Those that were refused for other reasons are refused again, and cost nothing again.
    return run(
      orders.map((order) => ({ ...order, isOverBudget: true })),
      signal,
    );
  };
}

/** False where the budget has nothing against it. */
async function isLetThrough(
  outcomes: readonly GenerationOutcome[],
  dialogs: Dialogs,
  l10n: Localizer,
): Promise<boolean> {
  const refused = outcomes.filter((outcome) => outcome.refused);
  const limit = refused.map(({ failures }) => failures[0]?.budget).find((one) => one !== undefined);
  return limit !== undefined && confirmOverBudget(limit, dialogs, l10n);
}

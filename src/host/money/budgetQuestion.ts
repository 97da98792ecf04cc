import type { BudgetLimit } from '../../core/money/budget';
import type { Localizer } from '../../protocol/localizer';
import { overBudgetWords } from '../../protocol/budgetWords';
import type { Dialogs } from '../dialogs';
import type { GenerationOutcome } from '../tasks/generation';
import type { GenerationOrder } from '../tasks/order';

/** Runs an order to its end. */
export type RunOrder = (order: GenerationOrder, signal: AbortSignal) => Promise<GenerationOutcome>;

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
    const limit = outcome.failures[0]?.budget;
    if (!outcome.refused || limit === undefined) return outcome;
    const isLetThrough = await confirmOverBudget(limit, dialogs, l10n);
    return isLetThrough ? run({ ...order, isOverBudget: true }, signal) : outcome;
  };
}

import type { Localizer } from '../../protocol/localizer';
import { overBudgetWords } from '../../protocol/budgetWords';
import type { Dialogs } from '../dialogs';
import type { GenerationOutcome } from '../tasks/generation';
import type { GenerationOrder } from '../tasks/order';

/** Runs an order to its end. */
export type RunOrder = (order: GenerationOrder, signal: AbortSignal) => Promise<GenerationOutcome>;

/** As `run`, but a person is shown the figures where the budget refuses, and may let the order through. */
export function askOverBudget(run: RunOrder, dialogs: Dialogs, l10n: Localizer): RunOrder {
  return async (order, signal) => {
    const outcome = await run(order, signal);
    const limit = outcome.failures[0]?.budget;
    if (!outcome.refused || limit === undefined) return outcome;
    const question = l10n.t('Generate over the budget?');
    const yes = l10n.t('Generate Anyway');
    const isLetThrough = await dialogs.confirm(question, overBudgetWords(limit, l10n), yes);
    return isLetThrough ? run({ ...order, isOverBudget: true }, signal) : outcome;
  };
}

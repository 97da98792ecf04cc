import type { Charge } from './charge';

/** The limits of the settings, as amounts in the provider's money; absent where there is none. */
export interface Budget {
  readonly perDay?: number;
  readonly perWorkspace?: number;
}

/** What is spent, and what tasks that still run will cost, in one currency. */
export interface Spent {
  readonly today: number;
  readonly workspace: number;
}

/** How an order stands to a budget. */
export type BudgetVerdict =
  | { readonly kind: 'within' }
  /** It fits, and 80 % are used up with it. */
  | { readonly kind: 'near'; readonly limit: BudgetLimit }
  | { readonly kind: 'over'; readonly limit: BudgetLimit };

/** The limit that decides, with its figures. */
export interface BudgetLimit {
  readonly scope: 'day' | 'workspace';
  /** Amounts in `currency`. */
  readonly limit: number;
  readonly spent: number;
  readonly order: number;
  readonly currency: Charge['currency'];
}

/** The share of a budget from which it is told that it runs low. */
const NEAR = 0.8;

/** Half a thousandth of a cent: sums of binary fractions must not refuse what fits exactly. */
const NOISE = 0.000_005;

/** Whether an order of this price fits what is left; the tightest limit decides. An unknown price counts as nothing. */
export function judgeBudget(
  budget: Budget,
  spent: Spent,
  order: Pick<Charge, 'amount' | 'currency'>,
): BudgetVerdict {
  const limits: BudgetLimit[] = [
    limitOf('day', budget.perDay, spent.today, order),
    limitOf('workspace', budget.perWorkspace, spent.workspace, order),
  ].filter((limit) => limit !== undefined);
  const [tightest] = limits.sort((a, b) => usedBy(b) - usedBy(a));
  if (tightest === undefined) return { kind: 'within' };
  if (tightest.spent + tightest.order > tightest.limit + NOISE) {
    return { kind: 'over', limit: tightest };
  }
  return usedBy(tightest) >= NEAR - Number.EPSILON
    ? { kind: 'near', limit: tightest }
    : { kind: 'within' };
}

function limitOf(
  scope: BudgetLimit['scope'],
  limit: number | undefined,
  spent: number,
  { amount, currency }: Pick<Charge, 'amount' | 'currency'>,
): BudgetLimit | undefined {
  return limit === undefined ? undefined : { scope, limit, spent, order: amount, currency };
}

/** 1 is all of it. A budget of nothing is used up by anything. */
function usedBy({ limit, spent, order }: BudgetLimit): number {
  const used = spent + order;
  return limit > 0 ? used / limit : used > 0 ? Infinity : 1;
}

import { spentOf, type LedgerLine } from './ledger';
import type { Slots } from './periods';
import { groupBy, plus } from './spending';

/** What some lines of one currency cost. */
export interface Spend {
  /** What counts as spent, in the currency. */
  readonly amount: number;
  /** The part of `amount` that may have been charged or not. */
  readonly uncertain: number;
  /** Of tasks, charged or not. */
  readonly count: number;
}

/** What one model or one workspace cost. */
export interface SpendGroup extends Spend {
  readonly key: string;
  readonly label: string;
}

/** What one day, month or year cost. */
export interface SlotSpend extends Spend {
  /** When it began, in wall-clock ms since the epoch. */
  readonly from: number;
}

/** Groups with something spent, dearest first; cheap ones beyond the bars that people compare are one sum. */
export interface SpendGroups {
  readonly groups: readonly SpendGroup[];
  /** The rest, and of how many groups it is the sum; absent where there is none. */
  readonly others?: Spend & { readonly groups: number };
}

/** How many bars are worth comparing. */
const MOST_GROUPS = 10;

/** The sum of lines of one currency. */
export function spendOf(lines: readonly LedgerLine[]): Spend {
  let amount = 0;
  let uncertain = 0;
  for (const line of lines) {
    const spent = spentOf(line)?.amount ?? 0;
    amount = plus(amount, spent);
    if (line.charged === 'unknown') uncertain = plus(uncertain, spent);
  }
  return { amount, uncertain, count: lines.length };
}

/** Lines of one currency by model. */
export function spendByModel(lines: readonly LedgerLine[]): SpendGroups {
  return dearestFirst(
    groupBy(lines, ({ model }) => model),
    ({ model }) => model,
  );
}

/** Lines of one currency by workspace, each under the name that it had last; two of one name stay two. */
export function spendByWorkspace(lines: readonly LedgerLine[]): SpendGroups {
  return dearestFirst(
    groupBy(lines, ({ workspace }) => workspace),
    ({ workspaceLabel }) => workspaceLabel,
  );
}

/** Lines of one currency by day, month or year, empty ones among them. What lies outside counts at the nearer end. */
export function spendBySlot(lines: readonly LedgerLine[], { starts }: Slots): readonly SlotSpend[] {
  const bySlot = groupBy(lines, ({ at }) => String(slotOf(at, starts)));
  return starts.map((from, index) => ({ from, ...spendOf(bySlot.get(String(index)) ?? []) }));
}

function slotOf(at: number, starts: readonly number[]): number {
  return Math.max(
    0,
    starts.findLastIndex((from) => from <= at),
  );
}

function dearestFirst(
  groups: ReadonlyMap<string, readonly LedgerLine[]>,
  labelOf: (line: LedgerLine) => string,
): SpendGroups {
  const all = [...groups].map(([key, lines]) => {
    const last = lines.at(-1);
    return { key, label: last === undefined ? key : labelOf(last), ...spendOf(lines) };
  });
  const spent = all.filter(({ amount }) => amount > 0).sort((a, b) => b.amount - a.amount);
  // One left over is no longer than the line that would stand for it.
  if (spent.length <= MOST_GROUPS + 1) return { groups: spent };
  const rest = spent.slice(MOST_GROUPS);
  return { groups: spent.slice(0, MOST_GROUPS), others: { ...sumOf(rest), groups: rest.length } };
}

function sumOf(spends: readonly Spend[]): Spend {
  return spends.reduce(
    (sum, { amount, uncertain, count }) => ({
      amount: plus(sum.amount, amount),
      uncertain: plus(sum.uncertain, uncertain),
      count: sum.count + count,
    }),
    { amount: 0, uncertain: 0, count: 0 },
  );
}

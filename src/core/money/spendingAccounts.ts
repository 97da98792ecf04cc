import type { Charge } from './charge';
import { spentOf, type LedgerLine } from './ledger';
import { periodIds, periodStart, slotsBetween, type PeriodId, type SlotUnit } from './periods';
import {
  spendByModel,
  spendBySlot,
  spendByWorkspace,
  spendOf,
  type SlotSpend,
  type Spend,
  type SpendGroups,
} from './spendGroups';
import { groupBy, within } from './spending';
import { spendingRow, type SpendingRow } from './spendingRow';

/** All that was spent in one currency. */
export interface SpendingAccount {
  readonly currency: Charge['currency'];
  readonly periods: Readonly<Record<PeriodId, PeriodSpending>>;
  /** Newest first; of very many tasks the oldest are only counted in `periods`. */
  readonly rows: readonly SpendingRow[];
}

/** What was spent in one period. */
export interface PeriodSpending extends Spend {
  /** When it began, in wall-clock ms since the epoch. */
  readonly from: number;
  /** How many tasks may have been charged or not, and for how many no price is known. */
  readonly uncertainCount: number;
  readonly unpricedCount: number;
  readonly unit: SlotUnit;
  /** Without a gap, oldest first. */
  readonly slots: readonly SlotSpend[];
  readonly models: SpendGroups;
  readonly workspaces: SpendGroups;
}

/** More rows than anybody reads; the message to the page stays within about a megabyte. */
export const MOST_ROWS = 5000;

/** The ledger (oldest first) by currency, the one that was used last first. `now` in wall-clock ms since the epoch. */
export function spendingAccounts(
  lines: readonly LedgerLine[],
  now: number,
  mostRows = MOST_ROWS,
): readonly SpendingAccount[] {
  const byCurrency = groupBy(lines.toReversed(), currencyOf);
  return [...byCurrency].map(([currency, newestFirst]) => {
    const oldestFirst = newestFirst.toReversed();
    const period = (id: PeriodId) => [id, periodSpending(id, oldestFirst, now)] as const;
    return {
      currency,
      periods: Object.fromEntries(periodIds.map(period)) as Record<PeriodId, PeriodSpending>,
      rows: newestFirst.slice(0, mostRows).map(spendingRow),
    };
  });
}

function periodSpending(id: PeriodId, all: readonly LedgerLine[], now: number): PeriodSpending {
  const from = periodStart(id, now);
  const lines = within(all, from);
  const slots = slotsBetween(id === 'all' ? (lines[0]?.at ?? now) : from, now);
  return {
    from,
    ...spendOf(lines),
    uncertainCount: lines.filter(({ charged }) => charged === 'unknown').length,
    unpricedCount: lines.filter((line) => line.charged !== 'no' && spentOf(line) === undefined)
      .length,
    unit: slots.unit,
    slots: spendBySlot(lines, slots),
    models: spendByModel(lines),
    workspaces: spendByWorkspace(lines),
  };
}

/** A task without any price is shown with those that its provider bills (bfl-api.md §7.1). */
function currencyOf(line: LedgerLine): Charge['currency'] {
  return spentOf(line)?.currency ?? (line.provider === 'openai-hk' ? 'CNY' : 'USD');
}

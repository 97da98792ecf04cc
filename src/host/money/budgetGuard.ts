import type { Failure } from '../../core/api/failure';
import type { Clock } from '../../core/clock';
import { judgeBudget, type Budget, type BudgetLimit, type Spent } from '../../core/money/budget';
import type { Charge } from '../../core/money/charge';
import { spentOf, type LedgerLine } from '../../core/money/ledger';
import type { JournalEntry } from '../../core/tasks/journalEntry';
import type { Exclusively } from '../storage/fileLock';
import type { Journal } from '../tasks/journal';
import type { LedgerStore } from '../storage/ledgerStore';

export interface BudgetGuardPorts {
  readonly ledger: Pick<LedgerStore, 'sync'>;
  readonly journal: Pick<Journal, 'list'>;
  readonly exclusively: Exclusively;
  readonly clock: Clock;
  /** As the settings have it now. */
  readonly budget: () => Budget;
  /** This window's workspace. */
  readonly workspace: string;
  /** The order fits, but a limit is nearly used up with it. */
  readonly onNear: (limit: BudgetLimit) => void;
}

/** Lets orders through that fit the budget; what runs is reserved, over all windows. */
export class BudgetGuard {
  /** What has been told, by limit and day: once is enough. */
  private readonly told = new Set<string>();

  constructor(private readonly ports: BudgetGuardPorts) {}

  /**
   * Runs `note`, which writes the order's tasks into the journal, if the order fits, or if a person lets it through.
   * Otherwise why it does not. Two windows cannot pass the budget together: what is noted counts for the next.
   */
  async reserve(
    price: Charge | undefined,
    letThrough: boolean,
    note: () => Promise<void>,
  ): Promise<Failure | undefined> {
    const { budget, exclusively } = this.ports;
    const limits = budget();
    const isUnlimited = limits.perDay === undefined && limits.perWorkspace === undefined;
    if (price === undefined || isUnlimited || letThrough) {
      await note();
      return undefined;
    }
    return exclusively('budget', async () => {
      const verdict = judgeBudget(limits, await this.spent(price.currency), price);
      if (verdict.kind === 'over') {
        return { code: 'budget', charged: 'no', budget: verdict.limit };
      }
      await note();
      if (verdict.kind === 'near') this.tell(verdict.limit);
      return undefined;
    });
  }

  private tell(limit: BudgetLimit): void {
    const { clock, onNear } = this.ports;
    const mark = `${limit.scope} ${limit.limit} ${startOfDay(clock.now())}`;
    if (this.told.has(mark)) return;
    this.told.add(mark);
    onNear(limit);
  }

  private async spent(currency: Charge['currency']): Promise<Spent> {
    const { ledger, journal, workspace, clock } = this.ports;
    // In this order: a task that ends meanwhile is in both, and not in neither.
    const { entries } = await journal.list();
    const lines = await ledger.sync();
    const today = startOfDay(clock.now());
    const sums = { today: 0, workspace: 0 };
    const add = (charge: Charge | undefined, at: number, where: string) => {
      if (charge?.currency !== currency) return;
      if (at >= today) sums.today += charge.amount;
      if (where === workspace) sums.workspace += charge.amount;
    };
    for (const line of lines) add(spentOf(line), line.at, line.workspace);
    for (const entry of reserved(entries, lines)) {
      add(entry.order.estimate, entry.order.orderedAt, entry.workspace);
    }
    return sums;
  }
}

/** Tasks that may still cost money and stand in no line yet. */
function reserved(
  entries: readonly JournalEntry[],
  lines: readonly LedgerLine[],
): readonly JournalEntry[] {
  const known = new Set(lines.map(({ id }) => id));
  return entries.filter(({ id, state }) => !known.has(id) && !isFree(state));
}

/** Whether it has ended, and certainly cost nothing. */
function isFree(state: JournalEntry['state']): boolean {
  return state.phase === 'ended' && state.failure.charged === 'no';
}

/** Midnight here, in wall-clock ms since the epoch. */
function startOfDay(now: number): number {
  return new Date(now).setHours(0, 0, 0, 0);
}

import type { Asset } from '../../core/assets/asset';
import type { Log } from '../../core/log';
import type { Charge } from '../../core/money/charge';
import type { LedgerLine } from '../../core/money/ledger';
import { knownOf, type EndedState, type JournalEntry } from '../../core/tasks/journalEntry';
import type { LedgerStore } from '../storage/ledgerStore';

export interface TaskAccountsPorts {
  readonly ledger: Pick<LedgerStore, 'sync' | 'add'>;
  readonly log: Log;
}

/** An estimate that is further off than this says that the price list is wrong. In credits. */
const TOLERANCE = 1;

/** Brings what tasks cost into the ledger, a line each; a task that goes on after a recovery takes its line's place. */
export class TaskAccounts {
  private readonly known = new Set<string>();

  constructor(private readonly ports: TaskAccountsPorts) {}

  /** Of a picture that is saved. Rejects where the line cannot be written. */
  async saved(entry: JournalEntry, asset: Asset): Promise<void> {
    const { taskId, uri, cost } = asset;
    this.compare(entry, asset);
    await this.add(entry, { taskId, file: uri, outcome: 'saved', charged: 'yes' }, cost);
  }

  /** Of a task that ended without its file, unless it never reached the service. Never rejects: the next look adds it. */
  async ended(entry: JournalEntry, state: EndedState, cost: Charge | undefined): Promise<void> {
    const { failure } = state;
    const { created } = knownOf(state);
    if (created === undefined && failure.charged === 'no') return;
    const taskId = created === undefined ? {} : { taskId: created.id };
    const { code: outcome, charged } = failure;
    try {
      await this.add(entry, { ...taskId, outcome, charged }, cost);
    } catch (error) {
      this.ports.log.error('The ledger could not be written.');
      this.ports.log.debug(String(error));
    }
  }

  private async add(
    { id, workspace, order }: JournalEntry,
    end: Pick<LedgerLine, 'taskId' | 'file' | 'outcome' | 'charged'>,
    actual: Charge | undefined,
  ): Promise<void> {
    const mark = markOf({ id, ...end, ...(actual && { actual }) });
    if (order.provider === 'demo' || this.known.has(mark)) return;
    const { ledger } = this.ports;
    const lines = await ledger.sync();
    const { provider, model, estimate, orderedAt: at, workspaceLabel } = order;
    if (!lines.some((line) => line.id === id && markOf(line) === mark)) {
      const money = { ...(estimate && { estimate }), ...(actual && { actual }) };
      const place = { workspace, workspaceLabel };
      await ledger.add({ v: 1, id, at, provider, ...place, model, ...end, ...money });
    }
    this.known.add(mark);
  }

  private compare({ order }: JournalEntry, asset: Asset): void {
    const { estimate } = order;
    const { cost, width, height, inputMegapixels, outputMegapixels } = asset;
    if (estimate === undefined || cost === undefined) return;
    if (Math.abs(estimate.credits - cost.credits) <= TOLERANCE) return;
    this.ports.log.warn(
      `The price list says ${estimate.credits} credits for ${order.model} at ${order.provider}, the service charged ` +
        `${cost.credits}: ${width} × ${height} px, ${outputMegapixels ?? '?'} MP out, ${inputMegapixels ?? '?'} MP in, ` +
        `${order.references.length} references.`,
    );
  }
}

/** What a line says of how a task ended and what it cost. */
function markOf({
  id,
  outcome,
  charged,
  actual,
}: Pick<LedgerLine, 'id' | 'outcome' | 'charged' | 'actual'>): string {
  return [id, outcome, charged, actual?.credits].join(' ');
}

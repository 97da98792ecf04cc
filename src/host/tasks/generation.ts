import { randomUUID } from 'node:crypto';

import { isGenerationFailure, type Failure } from '../../core/api/failure';
import { withoutImages } from '../../core/api/references';
import type { Asset } from '../../core/assets/asset';
import { systemClock } from '../../core/clock';
import type { Charge } from '../../core/money/charge';
import type { JournalEntry } from '../../core/tasks/journalEntry';
import type { BudgetGuard } from '../money/budgetGuard';
import type { Journal } from './journal';
import {
  prepareOrder,
  type GenerationOrder,
  type PreparedOrder,
  type PrepareOrderPorts,
} from './order';
import type { ProviderAccess } from '../providerAccess';
import type { TaskRunner } from './taskRunner';
import type { WindowLease } from './windowLease';

/** How an order ended: every picture that was saved, and why the others were not. Exactly `count` in all, unless refused as a whole. */
export interface GenerationOutcome {
  readonly saved: readonly Asset[];
  readonly failures: readonly Failure[];
  /** True where the order was refused before any task began. */
  readonly refused: boolean;
}

/** What making pictures needs. */
export interface GenerationPorts extends PrepareOrderPorts {
  readonly runner: TaskRunner;
  readonly journal: Pick<Journal, 'write'>;
  readonly lease: Pick<WindowLease, 'id' | 'hold'>;
  readonly providers: Pick<ProviderAccess, 'client'>;
  /** This window's workspace: its name in the storage, and as people know it. */
  readonly workspace: string;
  readonly workspaceLabel: string;
  readonly budget: BudgetGuard;
}

/** One task of an order in the journal, or why it could not be noted. */
interface Noted {
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly entry: JournalEntry | Failure;
}

/** Makes pictures: checks an order, notes its tasks in the journal and runs them to their ends. */
export class Generation {
  constructor(private readonly ports: GenerationPorts) {}

  /** Runs an order to its end. Never rejects: what went wrong is in the outcome. */
  async run(order: GenerationOrder, signal: AbortSignal): Promise<GenerationOutcome> {
    const prepared = await prepareOrder(order, this.ports).catch(refusalOf);
    if ('code' in prepared) return { saved: [], failures: [prepared], refused: true };
    const orderedAt = systemClock.now();
    let noted: readonly Noted[] = [];
    // All are noted before the first goes, so that they queue in their order.
    const note = async () => {
      noted = await Promise.all(
        prepared.bodies.map(async (parameters, index) => ({
          parameters,
          entry: await this.note(this.entryOf(prepared, parameters, { orderedAt, index })),
        })),
      );
    };
    const { isOverBudget = false } = order;
    const refusal = await this.ports.budget
      .reserve(priceOf(prepared), isOverBudget, note)
      .catch(notNoted);
    if (refusal !== undefined) return { saved: [], failures: [refusal], refused: true };
    const outcomes = await Promise.all(
      noted.map(({ parameters, entry }) => this.runOne(prepared, parameters, entry, signal)),
    );
    return {
      saved: outcomes.filter((outcome) => 'uri' in outcome),
      failures: outcomes.filter((outcome) => 'code' in outcome),
      refused: false,
    };
  }

  private async note(entry: JournalEntry): Promise<JournalEntry | Failure> {
    try {
      await this.ports.lease.hold();
      await this.ports.journal.write(entry);
      return entry;
    } catch (error) {
      return notNoted(error);
    }
  }

  private async runOne(
    { provider, key, settings, references }: PreparedOrder,
    parameters: Readonly<Record<string, unknown>>,
    entry: JournalEntry | Failure,
    signal: AbortSignal,
  ): Promise<Asset | Failure> {
    if ('code' in entry) return entry;
    const end = await this.ports.runner.run(entry, {
      isResumed: false,
      provider,
      client: this.ports.providers.client(provider, key),
      settings,
      parameters,
      references: () => Promise.resolve(references),
      signal,
    });
    switch (end.phase) {
      case 'saved':
        return end.asset;
      case 'ended':
        return end.failure;
      case 'left':
        return { code: 'canceled', charged: 'unknown' };
    }
  }

  private entryOf(
    { prompt, model, provider, destination, settings, referenceUris, estimate }: PreparedOrder,
    parameters: Readonly<Record<string, unknown>>,
    place: Pick<JournalEntry['order'], 'orderedAt' | 'index'>,
  ): JournalEntry {
    const kept = withoutImages(model, parameters);
    return {
      v: 1,
      id: randomUUID(),
      window: this.ports.lease.id,
      workspace: this.ports.workspace,
      order: {
        provider: provider.id,
        baseUrl: provider.baseUrl,
        model: model.id,
        prompt,
        parameters: kept,
        hadImages: Object.keys(kept).length < Object.keys(parameters).length,
        references: referenceUris,
        destination: { ...destination, folder: destination.folder.toString() },
        workspaceLabel: this.ports.workspaceLabel,
        ...(estimate === undefined ? {} : { estimate }),
        fileName: settings.fileName,
        ...place,
      },
      state: { phase: 'queued' },
    };
  }
}

/** Nothing is sent that cannot be noted, nor held against the budget. */
function notNoted(error: unknown): Failure {
  return { code: 'save-failed', charged: 'no', detail: 'not-noted', cause: String(error) };
}

/** Of all pictures of an order together. */
function priceOf({ estimate, bodies }: PreparedOrder): Charge | undefined {
  if (estimate === undefined) return undefined;
  const { credits, amount, currency } = estimate;
  return { credits: credits * bodies.length, amount: amount * bodies.length, currency };
}

/** Why an order was refused. What nobody foresaw came before anything was sent, so it cost nothing either. */
function refusalOf(error: unknown): Failure {
  if (isGenerationFailure(error)) return error.failure;
  return { code: 'invalid-request', charged: 'no', cause: String(error) };
}

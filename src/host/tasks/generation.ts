import { randomUUID } from 'node:crypto';

import { isGenerationFailure, type Failure } from '../../core/api/failure';
import { withoutImages } from '../../core/api/references';
import type { Asset } from '../../core/assets/asset';
import { systemClock } from '../../core/clock';
import { addCharges, type Charge } from '../../core/money/charge';
import type { JournalEntry } from '../../core/tasks/journalEntry';
import type { Placeholder } from '../../core/tasks/placeholder';
import type { PlaceholderFiles } from '../assets/placeholderFiles';
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
  readonly journal: Pick<Journal, 'note' | 'write'>;
  readonly lease: Pick<WindowLease, 'id' | 'hold'>;
  readonly providers: Pick<ProviderAccess, 'client'>;
  /** This window's workspace: its name in the storage, and as people know it. */
  readonly workspace: string;
  readonly workspaceLabel: string;
  readonly budget: BudgetGuard;
  readonly layPlaceholder: PlaceholderFiles['lay'];
  readonly removePlaceholders: PlaceholderFiles['remove'];
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
    const [outcome] = await this.runAll([order], signal);
    return outcome ?? refusedWith(refusalOf('Nothing was ordered.'));
  }

  /**
   * Runs several orders to their ends, in their order; their outcomes stand in it too. The budget takes those that
   * can be sent together, or none of them. Never rejects.
   */
  async runAll(
    orders: readonly GenerationOrder[],
    signal: AbortSignal,
  ): Promise<readonly GenerationOutcome[]> {
    const all = await Promise.all(
      orders.map((order) => prepareOrder(order, this.ports).catch(refusalOf)),
    );
    const prepared = all.filter((one) => 'bodies' in one);
    const orderedAt = systemClock.now();
    const noted = new Map<PreparedOrder, readonly Noted[]>();
    // All are noted before the first goes, so that they queue in their order.
    const note = async () => {
      let index = 0;
      const noting = prepared.map(async (order) => {
        const places = order.bodies.map((parameters) => ({ parameters, index: index++ }));
        noted.set(
          order,
          await Promise.all(places.map((place) => this.noteOne(order, place, orderedAt))),
        );
      });
      await Promise.all(noting);
    };
    const isOverBudget = orders.some((order) => order.isOverBudget === true);
    const refusal =
      prepared.length === 0
        ? undefined
        : await this.ports.budget.reserve(priceOf(prepared), isOverBudget, note).catch(notNoted);
    return Promise.all(
      all.map(async (one) => {
        if ('code' in one) return refusedWith(one);
        return refusal === undefined
          ? this.runNoted(one, noted.get(one) ?? [], signal)
          : refusedWith(refusal);
      }),
    );
  }

  private async runNoted(
    order: PreparedOrder,
    noted: readonly Noted[],
    signal: AbortSignal,
  ): Promise<GenerationOutcome> {
    const outcomes = await Promise.all(
      noted.map(({ parameters, entry }) => this.runOne(order, parameters, entry, signal)),
    );
    return {
      saved: outcomes.filter((outcome) => 'uri' in outcome),
      failures: outcomes.filter((outcome) => 'code' in outcome),
      refused: false,
    };
  }

  private async noteOne(
    order: PreparedOrder,
    { parameters, index }: { readonly parameters: Noted['parameters']; readonly index: number },
    orderedAt: number,
  ): Promise<Noted> {
    return {
      parameters,
      entry: await this.note(this.entryOf(order, parameters, { orderedAt, index })),
    };
  }

  private async note(entry: JournalEntry): Promise<JournalEntry | Failure> {
    try {
      await this.ports.lease.hold();
      // A placeholder is laid next: a power cut must not leave it without its record.
      const isAlone = entry.order.placeholders === undefined;
      await (isAlone ? this.ports.journal.note(entry) : this.ports.journal.write(entry));
      return entry;
    } catch (error) {
      return notNoted(error);
    }
  }

  private async runOne(
    { provider, key, settings, references, onSaved, placeholder }: PreparedOrder,
    parameters: Readonly<Record<string, unknown>>,
    entry: JournalEntry | Failure,
    signal: AbortSignal,
  ): Promise<Asset | Failure> {
    if ('code' in entry) return entry;
    if (placeholder !== undefined) await this.ports.layPlaceholder(placeholder);
    const makeRoom = () => this.ports.removePlaceholders(entry.order.placeholders ?? []);
    const end = await this.ports.runner.run(entry, {
      isResumed: false,
      provider,
      client: this.ports.providers.client(provider, key),
      settings,
      parameters,
      references: () => Promise.resolve(references),
      signal,
      onSaved: async (asset) => onSaved?.(asset, makeRoom),
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
    order: PreparedOrder,
    parameters: Readonly<Record<string, unknown>>,
    place: Pick<JournalEntry['order'], 'orderedAt' | 'index'>,
  ): JournalEntry {
    const { prompt, model, provider, destination, settings, referenceUris } = order;
    const { estimate, placeholder, made } = order;
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
        ...(made === undefined ? {} : { made: { ...made, file: made.file.toString() } }),
        ...(placeholder === undefined ? {} : { placeholders: [notedPlaceholder(placeholder)] }),
        ...place,
      },
      state: { phase: 'queued' },
    };
  }
}

function notedPlaceholder({ file, digest, written }: Placeholder): Placeholder {
  return { file, digest, ...(written && { written }) };
}

/** Nothing is sent that cannot be noted, nor held against the budget. */
function notNoted(error: unknown): Failure {
  return { code: 'save-failed', charged: 'no', detail: 'not-noted', cause: String(error) };
}

/** Of all pictures of all orders together; one provider makes them. An unknown price counts as nothing. */
function priceOf(orders: readonly PreparedOrder[]): Charge | undefined {
  return orders
    .flatMap(({ estimate, bodies }) => (estimate === undefined ? [] : bodies.map(() => estimate)))
    .reduce<Charge | undefined>(
      (sum, one) => (sum === undefined ? one : addCharges(sum, one)),
      undefined,
    );
}

function refusedWith(failure: Failure): GenerationOutcome {
  return { saved: [], failures: [failure], refused: true };
}

/** Why an order was refused. What nobody foresaw came before anything was sent, so it cost nothing either. */
function refusalOf(error: unknown): Failure {
  if (isGenerationFailure(error)) return error.failure;
  return { code: 'invalid-request', charged: 'no', cause: String(error) };
}

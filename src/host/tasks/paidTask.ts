import type { CreatedTask, FinishedTask, FluxClient } from '../../core/api/client';
import { GenerationFailure } from '../../core/api/failure';
import type { Model } from '../../core/api/model';
import type { Provider } from '../../core/api/provider';
import { requestBody } from '../../core/api/request';
import type { Asset } from '../../core/assets/asset';
import type { Clock } from '../../core/clock';
import {
  ended,
  type EndedState,
  type JournalEntry,
  type JournalState,
} from '../../core/tasks/journalEntry';
import { kindOf } from '../../core/tasks/paces';
import type { TaskState } from '../../core/tasks/task';
import type { PaceMemory } from './paceMemory';
import {
  fetchPicture,
  isSaved,
  keptOf,
  laidFor,
  recoverPicture,
  removeLeft,
  savePicture,
  type PicturePorts,
} from './picture';
import { failureOf, notNoted } from './taskFailure';
import type { QueuedTask, ReleasePlace, TaskQueue } from './taskQueue';
import { TakenOver, TaskRecord, type TaskRecordPorts } from './taskRecord';

/** What every task needs. */
export interface PaidTaskPorts extends PicturePorts, TaskRecordPorts {
  readonly queue: Pick<TaskQueue, 'enter' | 'occupy'>;
  readonly paces: Pick<PaceMemory, 'begin'>;
  readonly clock: Clock;
  /** Whether the window closes: then nothing more is sent or noted, and another window goes on from the journal. */
  readonly isClosing: () => boolean;
}

/** One task to work on. */
export interface PaidTask {
  readonly entry: JournalEntry;
  /** Whether another window, or an earlier try, may have left something of it. */
  readonly isResumed: boolean;
  readonly model: Model;
  readonly provider: Provider;
  readonly client: Pick<FluxClient, 'create' | 'poll' | 'download'>;
  /** As sent; the entry keeps them without images. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Bare base64; asked for when the task is sent. */
  readonly references: () => Promise<readonly string[]>;
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly signal: AbortSignal;
  readonly onState: (state: TaskState) => void;
  /** Hears of each POST, with a promise that resolves when its answer is in the journal, or there is none. */
  readonly onSending: (noted: Promise<void>) => void;
}

/** How a task ended: with its file, without it, or not here, for the window closes or another took it over. */
export type PaidTaskEnd =
  { readonly phase: 'saved'; readonly asset: Asset } | EndedState | { readonly phase: 'left' };

/** What is Ready in the last moment is paid for, and still has this time to arrive. In ms. */
const DOWNLOAD_MS = 60_000;

/**
 * One picture from where its entry stands to its file, with each step in the journal before the next. Never rejects.
 * An end that cost nothing leaves no entry behind; a saved one stays until the history has it.
 */
export async function runPaidTask(ports: PaidTaskPorts, task: PaidTask): Promise<PaidTaskEnd> {
  return new PaidTaskRun(ports, task).run();
}

type StateOf<Phase extends JournalState['phase']> = Extract<JournalState, { phase: Phase }>;

class PaidTaskRun {
  private readonly record: TaskRecord;
  private release: ReleasePlace | undefined;
  private deadline: number;
  /** The note that it is Ready, which the download does not wait for: without it a poll leads here again. */
  private noted: Promise<void> = Promise.resolve();

  constructor(
    private readonly ports: PaidTaskPorts,
    private readonly task: PaidTask,
  ) {
    this.record = new TaskRecord(ports, task.entry);
    this.deadline = ports.clock.now() + task.timeoutMs;
  }

  async run(): Promise<PaidTaskEnd> {
    try {
      for (;;) {
        const { state } = this.record;
        if (state.phase === 'saved' || state.phase === 'ended') return state;
        if (this.ports.isClosing()) return { phase: 'left' };
        await this.goOn(state);
      }
    } catch (error) {
      if (this.ports.isClosing() || error instanceof TakenOver) return { phase: 'left' };
      // Another window may have been quicker even now.
      return await this.end(error).catch(() => ({ phase: 'left' }) as const);
    } finally {
      // What this window leaves at the service is active there, and counts until another window counts it.
      if (!this.ports.isClosing() || !this.isAtService) this.release?.();
    }
  }

  private get isAtService(): boolean {
    const { phase } = this.record.state;
    return phase === 'sending' || phase === 'running';
  }

  private goOn(state: Exclude<JournalState, StateOf<'saved' | 'ended'>>): Promise<void> {
    switch (state.phase) {
      case 'queued':
        return this.send();
      case 'sending':
        // Nobody begins here: a crash makes an end of it (`afterCrash`).
        throw new GenerationFailure({ code: 'network', charged: 'unknown', detail: 'interrupted' });
      case 'running':
        return this.poll(state);
      case 'ready':
      case 'saving':
        return this.save(state);
    }
  }

  private async send(): Promise<void> {
    const { record, task } = this;
    const { signal } = task;
    this.release = await this.ports.queue.enter(this.place, signal).catch((error: unknown) => {
      throw signal.aborted
        ? new GenerationFailure({ code: 'canceled', charged: 'no' })
        : notNoted(error);
    });
    const references = await task.references();
    const { prompt } = record.entry.order;
    const request = { prompt, parameters: task.parameters, referenceCount: references.length };
    const body = requestBody(task.model, request, references);
    // It stays queued, for the next window.
    if (this.ports.isClosing()) return;
    const noted = this.create(body);
    task.onSending(noted.catch(() => undefined));
    await noted;
  }

  private async create(body: Readonly<Record<string, unknown>>): Promise<void> {
    const { client, model, signal, timeoutMs, onState } = this.task;
    await this.record
      .require({ phase: 'sending', at: this.ports.clock.now() })
      .catch((error: unknown) => {
        throw error instanceof TakenOver ? error : notNoted(error);
      });
    onState({ phase: 'sending' });
    this.deadline = this.ports.clock.now() + timeoutMs;
    const created = await client.create(model, body, { signal, deadline: this.deadline });
    await this.record.note({ phase: 'running', at: this.ports.clock.now(), created });
  }

  private async poll({ created, at }: StateOf<'running'>): Promise<void> {
    this.task.onState({ phase: 'running', created });
    // After a crash it is at the service without having waited for a place; a queue that fails must not stop it.
    this.release ??= await this.ports.queue.occupy(this.place).catch(() => undefined);
    const finished = await this.pollPaced(created, at);
    // The service counts active tasks; a finished one makes room for the next.
    this.release?.();
    this.noted = this.record.note({
      phase: 'ready',
      at: this.ports.clock.now(),
      created,
      finished,
    });
    this.noted.catch(() => undefined);
  }

  private async pollPaced(created: CreatedTask, takenAt: number): Promise<FinishedTask> {
    const { task, deadline } = this;
    const kind = kindOf(this.record.entry.order, created);
    const { schedule, end } = await this.ports.paces.begin(kind);
    let tookMs: number | undefined;
    const options = {
      signal: task.signal,
      deadline,
      takenAt,
      schedule,
      onDuration: (ms: number) => {
        tookMs = ms;
      },
      onStatus: (status: string, progress?: number) => {
        const more = progress === undefined ? {} : { progress };
        task.onState({ phase: 'running', created, status, ...more });
      },
    };
    return task.client.poll(created, options).finally(() => {
      end(tookMs);
    });
  }

  private async save(state: StateOf<'ready' | 'saving'>): Promise<void> {
    const { ports, task, record } = this;
    const { created, finished, at } = state;
    const { client, signal, maxBytes, provider } = task;
    if (state.phase === 'saving' && (await isSaved(state.asset, state.digest))) {
      await removeLeft(ports, record.entry);
      return record.note({ phase: 'saved', asset: state.asset });
    }
    task.onState({ phase: 'downloading', created });
    const now = ports.clock.now();
    const limits = { signal, maxBytes, deadline: Math.max(this.deadline, now + DOWNLOAD_MS) };
    const left = task.isResumed ? await recoverPicture(ports, record.entry) : undefined;
    const picture =
      left ??
      (await fetchPicture(ports, {
        entry: record.entry,
        provider,
        now,
        download: (sink) => client.download(created, finished, { ...limits, sink }),
      }));
    await this.noted.catch(async (error: unknown) => {
      await picture.part.discard().catch(() => undefined);
      throw error;
    });
    task.onState({ phase: 'saving', created });
    const asset = await savePicture(ports, record.entry, picture, (named, digest) =>
      record.note({ phase: 'saving', at, created, finished, asset: named, digest }),
    );
    await record.note({ phase: 'saved', asset });
  }

  private async end(error: unknown): Promise<EndedState> {
    const failure = failureOf(error, this.record.state);
    await this.ports.placeholders.withdraw(laidFor(this.record.entry.order));
    const state = {
      ...ended(this.record.state, failure, this.ports.clock.now()),
      ...keptOf(error),
    };
    await (failure.charged === 'no' ? this.record.drop(state) : this.record.note(state));
    return state;
  }

  private get place(): QueuedTask {
    const { id, order } = this.record.entry;
    const { provider, model, orderedAt, index } = order;
    const { maxActiveTasks: modelLimit } = this.task.model;
    const more = modelLimit === undefined ? {} : { modelLimit };
    return { id, provider, model, orderedAt, index, ...more };
  }
}

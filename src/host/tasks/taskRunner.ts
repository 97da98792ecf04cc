import type { FluxClient } from '../../core/api/client';
import type { Failure } from '../../core/api/failure';
import { modelOf } from '../../core/api/models';
import type { Provider } from '../../core/api/provider';
import type { Asset } from '../../core/assets/asset';
import { systemClock } from '../../core/clock';
import type { Charge } from '../../core/money/charge';
import {
  knownOf,
  taskOf,
  type EndedState,
  type JournalEntry,
  type JournalState,
} from '../../core/tasks/journalEntry';
import type { HistoryStore } from '../storage/historyStore';
import { afterSaving, type AfterSavingPorts } from './afterSaving';
import { runPaidTask, type PaidTaskEnd, type PaidTaskPorts } from './paidTask';
import { costOf, laidFor, removeLeft } from './picture';
import type { AssetLocks } from '../lock/assetLocks';
import type { Settings } from '../settings';
import type { TaskAccounts } from '../money/taskAccounts';
import type { TaskList } from './taskList';

/** What a task runs with; an entry alone does not hold it. */
export interface TaskMeans {
  /** Whether another window, or an earlier try, may have left something of it. */
  readonly isResumed: boolean;
  readonly provider: Provider;
  readonly client: Pick<FluxClient, 'create' | 'poll' | 'download'>;
  readonly settings: Pick<Settings, 'taskTimeoutMs' | 'maxDownloadBytes'>;
  /** As sent, with images where they were given directly. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Bare base64. */
  readonly references: () => Promise<readonly string[]>;
  readonly signal: AbortSignal;
  /** What the window that ordered it does with the picture; never rejects. */
  readonly onSaved?: (asset: Asset) => Promise<void>;
}

export interface TaskRunnerPorts extends PaidTaskPorts, AfterSavingPorts {
  readonly placeholders: PaidTaskPorts['placeholders'] & AfterSavingPorts['placeholders'];
  readonly tasks: TaskList;
  readonly accounts: TaskAccounts;
  /** Of this window's workspace. */
  readonly history: Pick<HistoryStore, 'add' | 'sync' | 'find'>;
  readonly assetLocks: Pick<AssetLocks, 'recordAsset'>;
  /** This window's workspace; tasks of others run unseen and go into their own histories. */
  readonly workspace: string;
  readonly addToOtherHistory: (asset: Asset, workspace: string) => Promise<void>;
  /** Tells that a saved picture is missing from the history. */
  readonly onHistoryFailed: (asset: Asset) => void;
  /** A task ended here without its file; it may go on by itself, or in another window. */
  readonly onEnded: () => void;
}

/** Runs tasks from where their entries stand, shows them in the list, and brings what was saved into the history. */
export class TaskRunner {
  private readonly running = new Set<string>();
  private readonly sending = new Map<string, Promise<unknown>>();

  constructor(private readonly ports: TaskRunnerPorts) {}

  /** Whether this window works on the task now. */
  isRunning(id: string): boolean {
    return this.running.has(id);
  }

  /** Resolves when no task is between its POST and the answer any more. */
  async settleSending(): Promise<void> {
    await Promise.all(this.sending.values());
  }

  /** Works on a task to its end, which the list tells too. Never rejects. */
  run(entry: JournalEntry, means: TaskMeans): Promise<PaidTaskEnd> {
    this.running.add(entry.id);
    return this.begin(entry, means).finally(() => this.running.delete(entry.id));
  }

  /** Brings a saved picture into the history, and takes its task off the list and out of the journal. Never rejects. */
  async finish(
    entry: JournalEntry & { readonly state: Extract<JournalState, { phase: 'saved' }> },
  ): Promise<void> {
    this.running.add(entry.id);
    // Before its record goes: after that nobody knows whose they are.
    await removeLeft(this.ports, entry).catch(() => undefined);
    await this.remember(entry, entry.state.asset);
    this.ports.tasks.remove(entry.id);
    this.running.delete(entry.id);
  }

  /** Shows a task that has ended without its file, where it belongs to this window's workspace. */
  show(entry: JournalEntry & { readonly state: EndedState }, provider?: Provider): void {
    const facts = factsOf(entry.state, provider);
    void this.ports.placeholders.withdraw(laidFor(entry.order));
    // The window that it ended in may have died before it could say what it cost.
    void this.ports.accounts.ended(entry, entry.state, facts.cost);
    if (entry.workspace !== this.ports.workspace) return;
    this.ports.tasks.remove(entry.id);
    this.ports.tasks.add(taskOf(entry, facts), new AbortController().signal);
  }

  private async begin(entry: JournalEntry, means: TaskMeans): Promise<PaidTaskEnd> {
    const { ports } = this;
    const { tasks } = ports;
    const { id } = entry;
    const isShown = entry.workspace === ports.workspace;
    const { provider } = means;
    const signal = isShown
      ? tasks.add(taskOf(entry, factsOf(entry.state, provider)), means.signal)
      : means.signal;
    const end = await runPaidTask(ports, {
      ...means,
      entry,
      model: modelOf(entry.order.model),
      timeoutMs: means.settings.taskTimeoutMs,
      maxBytes: means.settings.maxDownloadBytes,
      signal,
      onState: (state) => {
        tasks.setState(id, state);
      },
      onSending: (answer) => {
        this.sending.set(id, answer);
        void answer.finally(() => this.sending.delete(id));
      },
    });
    if (end.phase === 'saved') await this.remember(entry, end.asset, means.onSaved);
    if (end.phase === 'ended') this.told(entry, end, provider);
    else tasks.remove(id);
    if (end.phase === 'left' && !ports.isClosing()) ports.onEnded();
    return end;
  }

  private told(entry: JournalEntry, end: EndedState, provider: Provider): void {
    const { tasks, log } = this.ports;
    const { failure } = end;
    const facts = factsOf(end, provider);
    const task = taskOf({ ...entry, state: end }, facts);
    tasks.setState(entry.id, task.state);
    void this.ports.accounts.ended(entry, end, facts.cost);
    if (failure.code === 'canceled' && failure.charged === 'no') tasks.remove(entry.id);
    this.ports.onEnded();
    log.warn(describe(entry, failure));
    log.debug(`${failure.code}: ${failure.reason ?? failure.cause ?? 'no reason given'}`);
  }

  /** The picture is saved and paid for; that its entry could not be written must not look like a failure of it. */
  private async remember(
    entry: JournalEntry,
    asset: Asset,
    onSaved?: TaskMeans['onSaved'],
  ): Promise<void> {
    const isKnown = await this.addToHistory(entry, asset);
    if (isKnown) await this.note(asset);
    await afterSaving(this.ports, entry.order, asset, onSaved);
    if (isKnown) await this.close(entry, asset);
  }

  private async addToHistory(entry: JournalEntry, asset: Asset): Promise<boolean> {
    const { history, log, workspace } = this.ports;
    try {
      if (entry.workspace === workspace) {
        // After a crash the history may have it already.
        if (entry.state.phase === 'saved') await history.sync();
        if (history.find(asset.id) === undefined) await history.add(asset);
      } else {
        await this.ports.addToOtherHistory(asset, entry.workspace);
      }
    } catch (error) {
      log.error('The history could not be written.');
      log.debug(String(error));
      this.ports.onHistoryFailed(asset);
      return false;
    }
    return true;
  }

  /** The last thing of a task: what it cost is written down, and its record goes. */
  private async close(entry: JournalEntry, asset: Asset): Promise<void> {
    const { journal, log } = this.ports;
    try {
      await this.ports.accounts.saved(entry, asset);
      await journal.remove(entry);
    } catch (error) {
      // Its record stays: the next window makes up for it.
      log.error('The ledger or the journal could not be written.');
      log.debug(String(error));
    }
    log.info(
      `Saved a picture of ${asset.model} from ${asset.provider} (task ${asset.taskId}) after ` +
        `${systemClock.now() - entry.order.orderedAt} ms.`,
    );
  }

  /** What cannot be noted now tells so itself, and waits. */
  private async note(asset: Asset): Promise<void> {
    const { assetLocks, log } = this.ports;
    try {
      await assetLocks.recordAsset(asset);
    } catch (error) {
      log.warn('A picture could not be noted in its asset lock.');
      log.debug(String(error));
    }
  }
}

/** What only the provider knows of an ended task. */
function factsOf(
  state: JournalEntry['state'],
  provider: Provider | undefined,
): { readonly hasCredits?: boolean; readonly cost?: Charge } {
  if (provider === undefined) return {};
  const { created, finished } = knownOf(state);
  return { hasCredits: provider.hasCredits, ...costOf(created, finished, provider) };
}

/** For the log at its default level: no reason, for a reason may quote the prompt or a file named after it. */
function describe({ order }: JournalEntry, failure: Failure): string {
  const details = [
    `charged: ${failure.charged}`,
    ...(failure.taskId === undefined ? [] : [`task ${failure.taskId}`]),
    ...(failure.httpStatus === undefined ? [] : [`HTTP ${String(failure.httpStatus)}`]),
    ...(failure.detail === undefined ? [] : [failure.detail]),
  ];
  return `${order.model} at ${order.provider} ended in ${failure.code} (${details.join(', ')}).`;
}

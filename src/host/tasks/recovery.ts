import { systemClock } from '../../core/clock';
import type { Log } from '../../core/log';
import { inState, taskOf, type JournalEntry } from '../../core/tasks/journalEntry';
import { afterCrash, askedAgain, endedByNetworkLoss } from '../../core/tasks/recoveryStep';
import { Disposable } from '../disposable';
import type { EntryMeans } from './entryMeans';
import type { Journal } from './journal';
import { isSaved } from './picture';
import type { TaskList } from './taskList';
import type { TaskQueue } from './taskQueue';
import type { TaskRunner } from './taskRunner';
import type { WindowLease } from './windowLease';

export interface RecoveryPorts {
  readonly journal: Journal;
  readonly lease: Pick<WindowLease, 'id' | 'hold' | 'isAlive'>;
  readonly queue: Pick<TaskQueue, 'occupy'>;
  readonly runner: TaskRunner;
  readonly tasks: TaskList;
  readonly means: EntryMeans;
  /** This window's workspace. */
  readonly workspace: string;
  readonly log: Log;
  /** So many records could not be read and were set aside. */
  readonly onDamaged: (count: number) => void;
  /** A task of this workspace that another window had has come to its end. */
  readonly onEndedElsewhere: () => void;
}

/** How often it looks after tasks that other windows hold, or that wait for the network. In ms. */
const LOOK_MS = 5000;

/** Goes on with the tasks of windows that are gone, shows those of others, and asks again when the network is back. */
export class Recovery extends Disposable {
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;
  private isWanted = false;
  private elsewhere: ReadonlySet<string> = new Set();
  /** Tasks that had ended at the last look. */
  private ended: ReadonlySet<string> = new Set();
  /** Wall-clock ms since the epoch. */
  private lookedAt = 0;

  constructor(private readonly ports: RecoveryPorts) {
    super();
  }

  /** Looks at every entry, and again while any needs it. What it takes over runs on by itself. Never rejects. */
  look(): Promise<void> {
    clearTimeout(this.timer);
    // A look that is under way may have passed what this one is for.
    this.isWanted = true;
    this.looking ??= this.lookWhileWanted();
    return this.looking;
  }

  override dispose(): void {
    super.dispose();
    clearTimeout(this.timer);
  }

  private async lookWhileWanted(): Promise<void> {
    let again = false;
    while (this.isWanted && !this.disposed) {
      this.isWanted = false;
      again = await this.lookOnce().catch((error: unknown) => this.failed('read', error));
    }
    this.looking = undefined;
    if (again && !this.disposed) {
      this.timer = setTimeout(() => void this.look(), LOOK_MS);
      this.timer.unref();
    }
  }

  /** Whether it has to look again. */
  private async lookOnce(): Promise<boolean> {
    const { journal, runner, lease, onDamaged } = this.ports;
    const listedAt = systemClock.now();
    const { entries, damaged } = await journal.list();
    if (damaged > 0) onDamaged(damaged);
    const alive = await this.aliveWindows(entries);
    const elsewhere: JournalEntry[] = [];
    const lost: JournalEntry[] = [];
    let again = false;
    for (const entry of [...entries].sort(byOrder)) {
      if (this.disposed) return false;
      const isOwn = entry.window === lease.id;
      if (runner.isRunning(entry.id)) continue;
      if (entry.state.phase === 'ended') {
        await this.show(entry);
        const isFree = isOwn || !alive.has(entry.window);
        if (isFree && endedByNetworkLoss(entry, systemClock.now())) lost.push(entry);
      } else if (isOwn || !this.isOursToTake(entry)) {
        // Its own run is about to begin, or is not for this window.
      } else if (alive.has(entry.window)) {
        elsewhere.push(entry);
      } else {
        // One that cannot go on must not hold up the others.
        const failed = await this.takeOver(entry).catch((error: unknown) =>
          this.failed('go on', error),
        );
        again ||= failed === true;
      }
    }
    this.showElsewhere(elsewhere);
    this.forgetGone(entries, listedAt);
    const isLost = await this.goOnLost(lost);
    return again || isLost || elsewhere.length > 0;
  }

  private async aliveWindows(entries: readonly JournalEntry[]): Promise<ReadonlySet<string>> {
    const windows = [...new Set(entries.map(({ window }) => window))];
    const alive = await Promise.all(windows.map((window) => this.ports.lease.isAlive(window)));
    return new Set(windows.filter((_, index) => alive[index]));
  }

  /** What is paid is fetched for every workspace, for links die in minutes; what was not sent waits for its own. */
  private isOursToTake({ workspace, state }: JournalEntry): boolean {
    return (
      workspace === this.ports.workspace || (state.phase !== 'queued' && state.phase !== 'sending')
    );
  }

  private async takeOver(found: JournalEntry): Promise<void> {
    const { lease } = this.ports;
    const { state } = found;
    if (state.phase === 'saving' && (await isSaved(state.asset, state.digest))) {
      const saved = { phase: 'saved', asset: state.asset } as const;
      await this.goOn(found, inState({ ...found, window: lease.id }, saved));
    } else {
      const provider = state.phase === 'saved' ? undefined : await this.ports.means.provider(found);
      const entry = afterCrash({ ...found, window: lease.id }, provider, systemClock.now());
      await this.goOn(found, entry, provider);
    }
  }

  /** Takes the entry, unless another window was quicker, and works on it where it has not ended. */
  private async goOn(
    found: JournalEntry,
    entry: JournalEntry,
    provider?: Parameters<EntryMeans['of']>[1],
  ): Promise<void> {
    const { lease, journal, runner, means, log } = this.ports;
    const { state } = entry;
    const isDone = state.phase === 'ended' || state.phase === 'saved';
    // Before it is taken: what fails here may succeed later, or in another window.
    const given = isDone || provider === undefined ? undefined : await means.of(entry, provider);
    await lease.hold();
    if (!(await journal.replace(found, entry))) return;
    log.info(`Goes on with a task of ${entry.order.model} (${state.phase}).`);
    if (state.phase === 'saved') void runner.finish(inState(entry, state));
    else if (state.phase === 'ended') {
      await this.giveBackPlace(entry);
      await this.show(entry);
    } else if (given !== undefined) void runner.run(entry, given);
  }

  /** The window that died cannot; others would wait for it. */
  private async giveBackPlace({ id, order }: JournalEntry): Promise<void> {
    const { provider, model, orderedAt, index } = order;
    const release = await this.ports.queue.occupy({ id, provider, model, orderedAt, index });
    release();
  }

  /** Asks again for what ended by a network that was gone; whether any is still to wait for it. */
  private async goOnLost(entries: readonly JournalEntry[]): Promise<boolean> {
    const { means, lease } = this.ports;
    const reachable = new Map<string, Promise<boolean>>();
    let isLost = false;
    for (const found of entries) {
      if (this.disposed || found.state.phase !== 'ended') continue;
      const now = systemClock.now();
      const again = askedAgain(found.state, now);
      const provider = again && (await means.provider(found));
      if (again === undefined || provider === undefined) continue;
      const entry = afterCrash(inState({ ...found, window: lease.id }, again), provider, now);
      if (entry.state.phase === 'ended') continue;
      const isThere = reachable.get(provider.baseUrl) ?? means.isReachable(provider);
      reachable.set(provider.baseUrl, isThere);
      if (!(await isThere)) isLost = true;
      else
        await this.goOn(found, entry, provider).catch((error: unknown) => {
          isLost = this.failed('go on', error);
        });
    }
    return isLost;
  }

  private failed(what: 'read' | 'go on', error: unknown): true {
    const { log } = this.ports;
    log.error(
      what === 'read'
        ? 'The journal of tasks could not be read.'
        : 'A task could not go on; it is tried again.',
    );
    log.debug(String(error));
    return true;
  }

  private async show(entry: JournalEntry): Promise<void> {
    const { tasks, runner, means, workspace } = this.ports;
    const { state, order } = entry;
    if (state.phase !== 'ended' || entry.workspace !== workspace) return;
    if (tasks.all.some(({ id, state: { phase } }) => id === entry.id && phase !== 'elsewhere'))
      return;
    // The simulator costs nothing and knows nothing of it; it need not be started.
    const provider = order.provider === 'demo' ? undefined : await means.provider(entry);
    runner.show(inState(entry, state), provider);
  }

  private showElsewhere(entries: readonly JournalEntry[]): void {
    const { tasks, workspace, onEndedElsewhere } = this.ports;
    const shown = entries.filter((entry) => entry.workspace === workspace);
    const ids = new Set(shown.map(({ id }) => id));
    const gone = [...this.elsewhere].filter((id) => !ids.has(id));
    for (const id of gone) tasks.removeElsewhere(id);
    for (const entry of shown) {
      if (this.elsewhere.has(entry.id)) continue;
      tasks.add(
        { ...taskOf(entry, {}), state: { phase: 'elsewhere' } },
        new AbortController().signal,
      );
    }
    this.elsewhere = ids;
    if (gone.length > 0) onEndedElsewhere();
  }

  /** What a person has dismissed in another window, or dealt with there, needs nobody here any more. */
  private forgetGone(entries: readonly JournalEntry[], listedAt: number): void {
    const { tasks } = this.ports;
    const there = new Set(entries.map(({ id }) => id));
    for (const { id, state } of tasks.all) {
      const isGone = this.ended.has(id) && !there.has(id);
      // What has ended here since the last look tells its end itself, and may have left no record.
      if (state.phase === 'failed' && isGone && state.at <= this.lookedAt) tasks.remove(id);
    }
    const ended = entries.filter(({ state }) => state.phase === 'ended');
    this.ended = new Set(ended.map(({ id }) => id));
    this.lookedAt = listedAt;
  }
}

function byOrder(a: JournalEntry, b: JournalEntry): number {
  return a.order.orderedAt - b.order.orderedAt || a.order.index - b.order.index;
}

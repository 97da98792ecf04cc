import { readFile } from 'node:fs/promises';

import { admit, parseTickets, withoutGone, type Ticket } from '../../core/tasks/tickets';
import { writeAtomically } from '../storage/atomicFile';
import { Disposable } from '../disposable';
import { failedWith } from '../storage/fileErrors';
import type { Exclusively } from '../storage/fileLock';
import type { WindowLease } from './windowLease';

/** What a task says of itself when it takes its place. */
export type QueuedTask = Omit<Ticket, 'window' | 'since'>;

/** Gives a place back, once, when the task is no longer active at the service. */
export type ReleasePlace = () => void;

export interface TaskQueuePorts {
  /** Where the tickets of all windows lie. */
  readonly file: string;
  readonly exclusively: Exclusively;
  readonly lease: Pick<WindowLease, 'id' | 'hold' | 'isAlive'>;
  /** Active tasks that a provider may have; asked each time, for it is a setting. */
  readonly limit: () => number;
}

/** How often a window that waits looks whether another has given a place back. In ms. */
const LOOK_MS = 500;

/** Keeps the number of active tasks within the provider's limits, over all windows of this machine. */
export class TaskQueue extends Disposable {
  /** This window's tickets, by their ids. The file is how others hear of them: what is lost there is written anew. */
  private readonly own = new Map<string, Ticket>();
  /** Ids that the file does not have from this window yet: who has them there had them before. */
  private readonly fresh = new Set<string>();
  private readonly waiting = new Map<string, () => void>();
  /** Turns with the file that were asked for, and up to which of them it is written. */
  private asked = 0;
  private written = 0;
  private turning: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly ports: TaskQueuePorts) {
    super();
  }

  /**
   * Resolves when the task may be sent, or another window has taken it over, as the journal tells. Rejects with the
   * signal's reason as soon as it aborts, or where the tickets cannot be written.
   */
  async enter(task: QueuedTask, signal: AbortSignal): Promise<ReleasePlace> {
    signal.throwIfAborted();
    const canceled = rejection(signal);
    const admitted = new Promise<void>((resolve) => this.waiting.set(task.id, resolve));
    const place = this.placeOf(task);
    try {
      await Promise.race([this.put(task, {}, signal).then(() => admitted), canceled.promise]);
    } catch (error) {
      place();
      throw error;
    } finally {
      canceled.dispose();
      this.waiting.delete(task.id);
    }
    return place;
  }

  /** Counts a task that is at the service already, whatever the limit says. */
  async occupy(task: QueuedTask): Promise<ReleasePlace> {
    const place = this.placeOf(task);
    await this.put(task, { since: Date.now() });
    return place;
  }

  /** Lets in whoever may go by now. To be called when what `limit` answers has changed. */
  refresh(): void {
    if (this.waiting.size > 0) this.turn().catch(() => undefined);
  }

  override dispose(): void {
    super.dispose();
    clearTimeout(this.timer);
  }

  private async put(
    task: QueuedTask,
    more: Pick<Ticket, 'since'>,
    signal?: AbortSignal,
  ): Promise<void> {
    const { lease } = this.ports;
    await lease.hold();
    signal?.throwIfAborted();
    this.own.set(task.id, { ...task, window: lease.id, ...more });
    this.fresh.add(task.id);
    await this.turn();
  }

  private placeOf({ id }: QueuedTask): ReleasePlace {
    let released = false;
    return () => {
      if (released) return;
      released = true;
      this.fresh.delete(id);
      if (this.own.delete(id)) this.turn().catch(() => undefined);
    };
  }

  /** Resolves when this window's tickets are in the file as they are now; many at one moment share one turn. */
  private async turn(): Promise<void> {
    this.asked += 1;
    const wanted = this.asked;
    // A turn that is under way may have begun before that.
    while (this.written < wanted) {
      this.turning ??= this.takeTurn().finally(() => {
        this.turning = undefined;
      });
      await this.turning;
    }
  }

  private async takeTurn(): Promise<void> {
    try {
      const isCrowded = await this.ports.exclusively(this.ports.file, () => this.update());
      if (isCrowded && this.waiting.size > 0) this.turnSoon();
    } catch (error) {
      // A place that was given back is not free before the file says so.
      this.turnSoon();
      throw error;
    }
  }

  /** Brings the file up to date and lets in who may go; whether other windows have tickets. */
  private async update(): Promise<boolean> {
    const { file, lease, limit } = this.ports;
    const before = parseTickets(await textOf(file));
    const alive = await this.aliveWindows(before);
    const turn = this.asked;
    const fresh = [...this.fresh];
    const now = Date.now();
    const others = withoutGone(before, (window) => alive.has(window), now).filter(
      ({ id, window }) => window !== lease.id && !this.fresh.has(id),
    );
    for (const { id } of others) this.lose(id);
    const all = admit([...others, ...this.own.values()].sort(byId), limit(), now);
    // Each window sends its own: to another's task belongs a place, but nobody knows yet whether it is taken.
    const mine = all.filter(({ window }) => window === lease.id);
    const after = [...others, ...mine].sort(byId);
    if (JSON.stringify(after) !== JSON.stringify(before)) {
      // It tells of running processes, so nothing of it has to outlive a power cut.
      await writeAtomically(file, JSON.stringify(after), { isFlushed: false });
    }
    this.written = turn;
    for (const id of fresh) this.fresh.delete(id);
    for (const ticket of mine) {
      if (!this.own.has(ticket.id) || ticket.since === undefined) continue;
      this.own.set(ticket.id, ticket);
      this.waiting.get(ticket.id)?.();
    }
    return others.length > 0;
  }

  /** Another window has taken the task over while this one slept. Who waits for its place must hear of it. */
  private lose(id: string): void {
    if (this.own.delete(id)) this.waiting.get(id)?.();
  }

  private turnSoon(): void {
    if (this.disposed) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.turn().catch(() => undefined);
    }, LOOK_MS);
  }

  private async aliveWindows(tickets: readonly Ticket[]): Promise<ReadonlySet<string>> {
    const { lease } = this.ports;
    const windows = [...new Set(tickets.map(({ window }) => window))];
    const alive = await Promise.all(windows.map((window) => lease.isAlive(window)));
    return new Set(windows.filter((_, index) => alive[index]));
  }
}

async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    if (failedWith(error, 'ENOENT')) return '';
    throw error;
  });
}

/** So that two windows do not write the same over and over, each in its own order. */
function byId(a: Ticket, b: Ticket): number {
  return a.id < b.id ? -1 : 1;
}

function rejection(signal: AbortSignal): { promise: Promise<never>; dispose: () => void } {
  let onAbort: () => void = () => undefined;
  const promise = new Promise<never>((_resolve, reject) => {
    onAbort = () => {
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', onAbort, { once: true });
  });
  promise.catch(() => undefined);
  return {
    promise,
    dispose: () => {
      signal.removeEventListener('abort', onAbort);
    },
  };
}

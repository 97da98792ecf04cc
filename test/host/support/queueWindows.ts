import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { parseTickets, type Ticket } from '../../../src/core/tasks/tickets';
import { createFileLock } from '../../../src/host/storage/fileLock';
import { TaskQueue, type QueuedTask, type ReleasePlace } from '../../../src/host/tasks/taskQueue';
import { diskFolder } from './storage';
import { until } from './until';

const never = new AbortController().signal;

/** Windows of one person over one folder. */
export class QueueWindows {
  limit = 2;
  readonly dead = new Set<string>();
  /** Ids in the order in which they were let in. */
  readonly entered: string[] = [];
  readonly places = new Map<string, ReleasePlace>();
  private readonly queues: TaskQueue[] = [];

  private constructor(private readonly folder: string) {}

  static async open(): Promise<QueueWindows> {
    return new QueueWindows(await diskFolder());
  }

  get file(): string {
    return join(this.folder, 'queue.json');
  }

  queue(window: string): TaskQueue {
    const queue = new TaskQueue({
      file: this.file,
      exclusively: createFileLock(join(this.folder, 'locks')),
      limit: () => this.limit,
      lease: {
        id: window,
        hold: () => Promise.resolve(),
        isAlive: (id) => Promise.resolve(!this.dead.has(id)),
      },
    });
    this.queues.push(queue);
    return queue;
  }

  enter(queue: TaskQueue, wanted: QueuedTask, signal = never): Promise<void> {
    return queue.enter(wanted, signal).then((place) => {
      this.entered.push(wanted.id);
      this.places.set(wanted.id, place);
    });
  }

  release(id: string): void {
    this.places.get(id)?.();
    this.places.delete(id);
  }

  async tickets(): Promise<readonly Ticket[]> {
    return parseTickets(await readFile(this.file, 'utf8').catch(() => ''));
  }

  async ids(): Promise<readonly string[]> {
    return (await this.tickets()).map(({ id }) => id);
  }

  /** Resolves when so many tickets are in the file. */
  untilTickets(count: number): Promise<void> {
    return until(
      `${String(count)} tickets are there`,
      async () => (await this.ids()).length === count,
    );
  }

  close(): void {
    for (const queue of this.queues) queue.dispose();
  }
}

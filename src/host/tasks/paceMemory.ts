import { readFile } from 'node:fs/promises';

import type { Log } from '../../core/log';
import type { PollSchedule } from '../../core/api/pollSchedule';
import { formatPaces, parsePaces, scheduleFor, withTask, type Paces } from '../../core/tasks/paces';
import { TakenTasks } from '../../core/tasks/takenTasks';
import { writeAtomically } from '../storage/atomicFile';

/** A task that runs at the service, as the memory sees it. */
export interface PacedTask {
  /** When to ask for it. */
  readonly schedule: PollSchedule;
  /** To be called once, when it runs no more, with the ms that it took where they are known. */
  readonly end: (ms: number | undefined) => void;
}

/** How long tasks of each kind take at the service, kept over restarts. Losing it costs half a second a picture, no more. */
export class PaceMemory {
  private paces: Promise<Paces> | undefined;
  private writing: Promise<void> = Promise.resolve();
  /** By their kinds, where there are any. */
  private readonly taken = new Map<string, TakenTasks>();

  constructor(
    private readonly file: string,
    private readonly log: Log,
  ) {}

  /** Begins a task of this kind that the service has just taken. Never rejects. */
  async begin(kind: string): Promise<PacedTask> {
    const tasks = this.taken.get(kind) ?? new TakenTasks();
    this.taken.set(kind, tasks);
    // At once: the order counts.
    const end = tasks.begin();
    return {
      schedule: scheduleFor(await this.read(), kind),
      end: (ms) => {
        const durations = end(ms);
        if (tasks.isEmpty) this.taken.delete(kind);
        if (durations.length > 0) this.learn(kind, durations);
      },
    };
  }

  /** Resolves when all that was learnt is on disk. */
  settled(): Promise<void> {
    return this.writing;
  }

  /** Two windows that end tasks at one moment may forget some of them. */
  private learn(kind: string, durations: readonly number[]): void {
    this.writing = this.writing.then(async () => {
      // Another window has learnt, too.
      const known = await this.load();
      const paces = durations.reduce((all, ms) => withTask(all, kind, ms), known);
      this.paces = Promise.resolve(paces);
      await writeAtomically(this.file, formatPaces(paces), { isFlushed: false });
    });
    this.writing = this.writing.catch((error: unknown) => {
      this.log.debug(`What a task took could not be kept: ${String(error)}`);
    });
  }

  private read(): Promise<Paces> {
    return (this.paces ??= this.load());
  }

  private async load(): Promise<Paces> {
    return parsePaces(await readFile(this.file, 'utf8').catch(() => ''));
  }
}

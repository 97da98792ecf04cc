import { readFile } from 'node:fs/promises';

import type { Log } from '../../core/log';
import type { PollSchedule } from '../../core/api/pollSchedule';
import { formatPaces, parsePaces, scheduleFor, withTask, type Paces } from '../../core/tasks/paces';
import { writeAtomically } from '../storage/atomicFile';

/** How long tasks of each kind take at the service, kept over restarts. Losing it costs half a second a picture, no more. */
export class PaceMemory {
  private paces: Promise<Paces> | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly file: string,
    private readonly log: Log,
  ) {}

  /** When to ask for a task of this kind. Never rejects. */
  async scheduleFor(kind: string): Promise<PollSchedule> {
    return scheduleFor(await this.read(), kind);
  }

  /** Remembers that a task of this kind took `ms`. Two windows that end tasks at one moment may forget one of them. */
  learn(kind: string, ms: number): void {
    this.writing = this.writing.then(async () => {
      // Another window has learnt, too.
      const paces = withTask(await this.load(), kind, ms);
      this.paces = Promise.resolve(paces);
      await writeAtomically(this.file, formatPaces(paces), { isFlushed: false });
    });
    this.writing = this.writing.catch((error: unknown) => {
      this.log.debug(`What a task took could not be kept: ${String(error)}`);
    });
  }

  /** Resolves when all that was learnt is on disk. */
  settled(): Promise<void> {
    return this.writing;
  }

  private read(): Promise<Paces> {
    return (this.paces ??= this.load());
  }

  private async load(): Promise<Paces> {
    return parsePaces(await readFile(this.file, 'utf8').catch(() => ''));
  }
}

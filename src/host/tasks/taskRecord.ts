import type { Log } from '../../core/log';
import { inState, type JournalEntry, type JournalState } from '../../core/tasks/journalEntry';
import type { Journal } from './journal';

export interface TaskRecordPorts {
  readonly journal: Pick<Journal, 'replace' | 'update' | 'remove'>;
  readonly log: Log;
}

/** The task is another window's by now: this one slept, and was taken for dead. */
export class TakenOver extends Error {
  override readonly name = 'TakenOver';
}

/** The journal's entry of one task while this window works on it. */
export class TaskRecord {
  constructor(
    private readonly ports: TaskRecordPorts,
    private current: JournalEntry,
  ) {}

  get entry(): JournalEntry {
    return this.current;
  }

  get state(): JournalState {
    return this.current.state;
  }

  /**
   * Writes the state before anything may cost money. Of several that try, in this or other windows, one succeeds;
   * the others reject with `TakenOver`. Rejects, too, where it cannot be written.
   */
  async require(state: JournalState): Promise<void> {
    const entry = inState(this.current, state);
    if (!(await this.ports.journal.replace(this.current, entry))) throw new TakenOver();
    this.current = entry;
  }

  /**
   * Writes the state of what is paid: a journal that cannot be written must not stop the picture. Rejects with
   * `TakenOver` alone.
   */
  async note(state: JournalState): Promise<void> {
    this.current = inState(this.current, state);
    const isOurs = await this.ports.journal.update(this.current).catch((error: unknown) => {
      this.ports.log.error(`A task's record could not be written (${state.phase}).`);
      this.ports.log.debug(String(error));
      return true;
    });
    if (!isOurs) throw new TakenOver();
  }

  /** Ends without a trace on the disk: nothing of it may have cost money. */
  async drop(state: JournalState): Promise<void> {
    this.current = inState(this.current, state);
    await this.ports.journal.remove(this.current).catch(() => undefined);
  }
}

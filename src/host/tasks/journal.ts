import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { JournalEntry, JournalState } from '../../core/tasks/journalEntry';
import { formatEntry, parseEntry } from '../../core/tasks/journalFormat';
import type { Log } from '../../core/log';
import { writeAtomically } from '../storage/atomicFile';
import { failedWith } from '../storage/fileErrors';
import { FolderFlushes } from '../storage/folderFlushes';
import type { Exclusively } from '../storage/fileLock';
import { LaterFlush } from '../storage/laterFlush';

const EXTENSION = '.json';

/**
 * States that a power cut may take back to the one before, which leads to the same picture. All others are certain before
 * anything follows from them.
 */
const REVOCABLE: readonly JournalState['phase'][] = ['ready', 'saved'];

/** The tasks of all windows and workspaces on disk, one file each: what was paid for and is not yet in its place. */
export class Journal {
  /** Files that can neither be read nor set aside, so that each is reported once. */
  private readonly stuck = new Set<string>();
  private readonly flushes = new FolderFlushes();

  constructor(
    private readonly folder: string,
    private readonly log: Log,
    private readonly exclusively: Exclusively,
    private readonly laterFlush = new LaterFlush(),
  ) {}

  /** Every entry that can be read. A damaged file is set aside and counted, once; one of a later version is left alone. */
  async list(): Promise<{ readonly entries: readonly JournalEntry[]; readonly damaged: number }> {
    const read = await Promise.all(
      (await this.ids()).map((id) =>
        this.read(id).catch((error: unknown) => {
          this.log.error("A task's record could not be read.");
          this.log.debug(String(error));
          return undefined;
        }),
      ),
    );
    const ids = read.filter((each) => each?.content === 'damaged').map((each) => each?.id ?? '');
    const aside = await Promise.all(ids.map((id) => this.setAside(id)));
    return {
      entries: read.flatMap((each) => (typeof each?.content === 'object' ? [each.content] : [])),
      damaged: aside.filter(Boolean).length,
    };
  }

  /** The entry; `undefined` where it is gone or cannot be read. */
  async find(id: string): Promise<JournalEntry | undefined> {
    const read = await this.read(id).catch(() => undefined);
    return typeof read?.content === 'object' ? read.content : undefined;
  }

  /** Writes an entry, whole or not at all, and through to the disk; its name, too, unless its state is revocable. */
  async write(entry: JournalEntry): Promise<void> {
    const isRevocable = REVOCABLE.includes(entry.state.phase);
    const file = this.fileOf(entry.id);
    await writeAtomically(file, formatEntry(entry), {
      isFlushed: true,
      flushName: (folder) => (isRevocable ? Promise.resolve() : this.flushes.flush(folder)),
    });
    this.laterFlush.drop(file);
  }

  /**
   * Writes a new entry of which nothing is sent, and nothing done elsewhere, before its next state is written. That one
   * is flushed, and a person who has clicked waits for one flush instead of two; what has to queue is flushed in a moment.
   */
  async note(entry: JournalEntry): Promise<void> {
    const file = this.fileOf(entry.id);
    await writeAtomically(file, formatEntry(entry), { isFlushed: false });
    this.laterFlush.add(file);
  }

  /**
   * Writes an entry in the place of another, or nothing, that is still as it was found; of several windows that try,
   * one succeeds. Rejects where the journal cannot be read or written.
   */
  async replace(found: JournalEntry, entry: JournalEntry | undefined): Promise<boolean> {
    return this.alone(found.id, async () => {
      const current = (await this.read(found.id)).content;
      if (typeof current !== 'object' || formatEntry(current) !== normal(found)) return false;
      if (entry !== undefined) await this.write(entry);
      if (entry?.id !== found.id) await this.delete(found.id);
      return true;
    });
  }

  /** Writes the entry's next state; false where by now it is another window's, or none. Rejects as `replace`. */
  async update(entry: JournalEntry): Promise<boolean> {
    return this.alone(entry.id, async () => {
      const isOurs = await this.isOf(entry);
      if (isOurs) await this.write(entry);
      return isOurs;
    });
  }

  /** Forgets a task that has come to its end; nothing happens where by now it is another window's. */
  async remove(entry: Pick<JournalEntry, 'id' | 'window'>): Promise<void> {
    const remove = async () => {
      if (await this.isOf(entry)) await this.delete(entry.id);
    };
    // A lock needs room on the disk, to remove needs none: a record that stayed could be sent.
    await this.alone(entry.id, remove).catch(remove);
  }

  /** A damaged one is of the window that works on it: who else came across it would have set it aside. */
  private async isOf({ id, window }: Pick<JournalEntry, 'id' | 'window'>): Promise<boolean> {
    const { content } = await this.read(id);
    return content === 'damaged' || (typeof content === 'object' && content.window === window);
  }

  private alone<T>(id: string, work: () => Promise<T>): Promise<T> {
    return this.exclusively(`journal ${id}`, work);
  }

  private async ids(): Promise<readonly string[]> {
    const names = await readdir(this.folder).catch((error: unknown) => {
      if (!failedWith(error, 'ENOENT')) throw error;
      return [];
    });
    return names
      .filter((name) => name.endsWith(EXTENSION))
      .map((name) => name.slice(0, -EXTENSION.length));
  }

  private async read(id: string) {
    const text = await readFile(this.fileOf(id), 'utf8').catch((error: unknown) => {
      if (failedWith(error, 'ENOENT')) return undefined;
      throw error;
    });
    const entry = text === undefined ? 'gone' : parseEntry(text);
    // A copy under another name would be a second task.
    const isMisplaced = typeof entry === 'object' && entry.id !== id;
    return { id, content: isMisplaced ? ('damaged' as const) : entry };
  }

  /** Whether it is to be reported: of several windows that find it, one reports it. */
  private async setAside(id: string): Promise<boolean> {
    const damaged = join(this.folder, 'damaged');
    try {
      const isAside = await this.alone(id, async () => {
        if ((await this.read(id)).content !== 'damaged') return false;
        await mkdir(damaged, { recursive: true });
        await rename(this.fileOf(id), join(damaged, `${id}${EXTENSION}`));
        return true;
      });
      if (isAside) this.log.warn(`A task's record was damaged and lies in ${damaged} now.`);
      return isAside;
    } catch (error) {
      if (this.stuck.has(id)) return false;
      this.stuck.add(id);
      this.log.warn(`A task's record in ${this.folder} is damaged and could not be set aside.`);
      this.log.debug(String(error));
      return true;
    }
  }

  private async delete(id: string): Promise<void> {
    const file = this.fileOf(id);
    this.laterFlush.drop(file);
    await rm(file, { force: true });
  }

  private fileOf(id: string): string {
    return join(this.folder, `${id}${EXTENSION}`);
  }
}

/** As it is on disk, whatever order its fields have in memory. */
function normal(entry: JournalEntry): string {
  const read = parseEntry(formatEntry(entry));
  return typeof read === 'object' ? formatEntry(read) : '';
}

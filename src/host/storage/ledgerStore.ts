import { readFile } from 'node:fs/promises';

import * as vscode from 'vscode';

import type { Log } from '../../core/log';
import { formatLedgerLine, parseLedger, type LedgerLine } from '../../core/money/ledger';
import { Disposable } from '../disposable';
import { failedWith } from './fileErrors';
import { appendFlushed, sizeOf } from './lineFile';

/** What tasks cost, on disk: lines appended to one file in the extension's storage, by all windows of all workspaces. */
export class LedgerStore extends Disposable {
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;
  private lines: readonly LedgerLine[] = [];
  private reading: Promise<void> | undefined;
  private writing: Promise<unknown> = Promise.resolve();
  /** In bytes, as it was read last. */
  private knownSize = -1;

  constructor(
    private readonly file: string,
    private readonly log: Log,
  ) {
    super();
  }

  /** One line per task, oldest first, as of the last `sync` or `add`. */
  get all(): readonly LedgerLine[] {
    return this.lines;
  }

  /** Reads the file where it has changed since; the lines. Rejects where it cannot be read. */
  async sync(): Promise<readonly LedgerLine[]> {
    await this.writing;
    // One that is under way may have begun before what is asked for was written.
    const before = this.reading ?? Promise.resolve();
    const reading = before.catch(() => undefined).then(() => this.readIfChanged());
    this.reading = reading;
    await reading;
    return this.lines;
  }

  /** Adds a line, through to the disk. Rejects where it cannot be written. */
  async add(line: LedgerLine): Promise<void> {
    const write = this.writing.then(() => appendFlushed(this.file, formatLedgerLine(line)));
    // The next one goes on after a failed line; the one who asked for it hears of the failure.
    this.writing = write.catch(() => undefined);
    await write;
    await this.sync();
  }

  private async readIfChanged(): Promise<void> {
    if ((await sizeOf(this.file)) === this.knownSize) return;
    // What cannot be read is told; nobody is to think that nothing was spent.
    const text = await readFile(this.file, 'utf8').catch((error: unknown) => {
      if (!failedWith(error, 'ENOENT')) throw error;
      return '';
    });
    const { lines, damaged } = parseLedger(text);
    if (damaged > 0) this.log.warn(`${String(damaged)} damaged ledger lines were passed over.`);
    this.lines = lines;
    this.knownSize = Buffer.byteLength(text);
    if (!this.disposed) this.changed.fire();
  }
}

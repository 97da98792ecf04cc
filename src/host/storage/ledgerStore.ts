import * as vscode from 'vscode';

import type { Log } from '../../core/log';
import { formatLedgerLine, parseLedger, type LedgerLine } from '../../core/money/ledger';
import { Disposable } from '../disposable';
import { failedWith } from './fileErrors';
import { LineFile, sizeOf } from './lineFile';

/** What tasks cost, on disk: lines appended to one file in the extension's storage, by all windows of all workspaces. */
export class LedgerStore extends Disposable {
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;
  private lines: readonly LedgerLine[] = [];
  private reading: Promise<void> | undefined;
  private writing: Promise<unknown> = Promise.resolve();
  /** In bytes, as it was read last. */
  private knownSize = -1;
  /** Up to here only whole lines were read: the file grows by lines, and what is known is not read again. In bytes. */
  private wholeSize = 0;
  private readonly file: LineFile;

  constructor(
    path: string,
    private readonly log: Log,
  ) {
    super();
    this.file = new LineFile(path);
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
    const write = this.file.append(formatLedgerLine(line));
    // The one who asked for it hears of the failure.
    this.writing = write.catch(() => undefined);
    await write;
    await this.sync();
  }

  private async readIfChanged(): Promise<void> {
    const size = await sizeOf(this.file.path);
    if (size === this.knownSize) return;
    const isOther = size < this.wholeSize;
    const start = isOther ? 0 : this.wholeSize;
    // What cannot be read is told; nobody is to think that nothing was spent.
    const bytes = await this.file.readFrom(start).catch((error: unknown) => {
      if (!failedWith(error, 'ENOENT')) throw error;
      return Buffer.alloc(0);
    });
    const { lines, damaged } = parseLedger(bytes.toString('utf8'), isOther ? [] : this.lines);
    if (damaged > 0) this.log.warn(`${String(damaged)} damaged ledger lines were passed over.`);
    this.lines = lines;
    this.knownSize = start + bytes.length;
    this.wholeSize = start + bytes.lastIndexOf('\n') + 1;
    if (!this.disposed) this.changed.fire();
  }
}

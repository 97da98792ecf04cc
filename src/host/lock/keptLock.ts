import * as vscode from 'vscode';

import { emptyLock, type AssetLock } from '../../core/assets/lock/assetLock';
import { LockFormatter } from '../../core/assets/lock/formatLock';
import { isProblem, parseLock } from '../../core/assets/lock/parseLock';
import type { Clock } from '../../core/clock';
import { digestOf } from '../assets/fileDigest';
import { exists } from '../assets/files';
import { replaceFile } from '../assets/replaceFile';
import { Disposable } from '../disposable';
import type { LockTrouble } from './lockFile';

/** 10,000 entries take 20 MB of memory; after so long without a change they go. In ms. */
const KEPT_MS = 5 * 60_000;

/** What bytes say. It is true of these bytes for ever, so it can never be out of date. */
interface Known {
  readonly digest: string;
  readonly lock: AssetLock;
  readonly formatter: LockFormatter;
}

/**
 * A lock that is changed again and again. What the bytes on the disk say is kept, for parsing 10,000 entries anew takes a
 * second of each picture; the bytes themselves are read each time, because people, git and other windows write them too.
 */
export class KeptLock extends Disposable {
  private known: Known | undefined;
  private idle = new AbortController();

  /** `parse` is what reads bytes that are others than before. */
  constructor(
    private readonly file: vscode.Uri,
    private readonly clock: Clock,
    private readonly parse: typeof parseLock = parseLock,
  ) {
    super();
  }

  /**
   * Changes the lock that lies there, or makes one where the change has anything to say; the trouble where that cannot
   * be, and then the file is untouched. Never rejects. Nobody else may write it meanwhile (`fileLock.ts`).
   */
  async change(change: (lock: AssetLock) => AssetLock): Promise<LockTrouble | undefined> {
    try {
      if (vscode.workspace.textDocuments.some((document) => this.isEdited(document)))
        return { kind: 'unsaved' };
      const bytes = (await exists(this.file))
        ? await vscode.workspace.fs.readFile(this.file)
        : undefined;
      const read = bytes && this.read(bytes);
      if (read !== undefined && 'kind' in read) return read;
      const lock = change(read?.lock ?? emptyLock);
      if (bytes === undefined && lock.assets.size === 0) return undefined;
      const formatter = read?.formatter ?? new LockFormatter();
      const after = Buffer.from(formatter.format(lock));
      if (bytes === undefined || !after.equals(bytes)) await replaceFile(this.file, after);
      this.keep({ digest: digestOf(after), lock, formatter });
      return undefined;
    } catch (cause) {
      return { kind: 'unwritable', cause };
    }
  }

  override dispose(): void {
    this.idle.abort();
    super.dispose();
  }

  private read(bytes: Uint8Array): Known | LockTrouble {
    const digest = digestOf(bytes);
    if (this.known?.digest === digest) return this.known;
    this.known = undefined;
    const text = new TextDecoder().decode(bytes);
    const read = this.parse(text);
    return isProblem(read)
      ? { kind: 'broken', problem: read, text }
      : { digest, lock: read.lock, formatter: new LockFormatter() };
  }

  private keep(known: Known): void {
    this.idle.abort();
    if (this.disposed) return;
    this.known = known;
    this.idle = new AbortController();
    this.clock.delay(KEPT_MS, this.idle.signal).then(
      () => {
        this.known = undefined;
      },
      () => undefined,
    );
  }

  private isEdited({ isDirty, uri }: vscode.TextDocument): boolean {
    return isDirty && uri.toString() === this.file.toString();
  }
}

import { createHash } from 'node:crypto';
import { lstat, mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import type { DownloadSink } from '../../core/api/downloading';
import { flush, readAt, writeAt } from './fileBytes';
import { digestOf } from './fileDigest';
import { newPartName } from './partName';

/** What is held in memory at once when a file is read through. In bytes. */
const PIECE = 1024 * 1024;

/**
 * A temporary file on the disk that grows from piece to piece. It is kept open to its end, so that its bytes can
 * still be had when its folder is removed. One thing is done at a time, in the order of the calls.
 */
export class PartFile implements DownloadSink {
  private last: Promise<unknown> = Promise.resolve();
  /** Of what is there, once somebody needed it: most pictures are rewritten before anybody does. */
  private known: string | undefined;

  private constructor(
    private readonly owner: string,
    private current: string,
    private handle: FileHandle,
    private size: number,
    /** Whether it is ours to remove. */
    private isOwn: boolean,
  ) {}

  /** A new, empty one in a folder, which is made. Its name tells the owner. Rejects with the file system's own error. */
  static async create(folder: string, owner: string): Promise<PartFile> {
    const { path, handle } = await createIn(folder, owner);
    return new PartFile(owner, path, handle, 0, true);
  }

  /** A file that lies there already. It is only read: `remove` lets go of it. */
  static async borrow(path: string): Promise<PartFile> {
    const handle = await open(path, 'r');
    return new PartFile(path, path, handle, (await handle.stat()).size, false);
  }

  /** One that a window has left behind; from now on it is ours. */
  static async adopt(path: string, owner: string): Promise<PartFile> {
    const handle = await open(path, 'r+');
    return new PartFile(owner, path, handle, (await handle.stat()).size, true);
  }

  /** Where it lies now. */
  get path(): string {
    return this.current;
  }

  get length(): number {
    return this.size;
  }

  append(piece: Uint8Array): Promise<void> {
    return this.inTurn(async () => {
      await writeAt(this.handle, piece, this.size);
      this.size += piece.length;
      this.known = undefined;
    });
  }

  clear(): Promise<void> {
    return this.inTurn(async () => {
      await this.handle.truncate(0);
      this.size = 0;
      this.known = undefined;
    });
  }

  /** The first bytes, `most` of them or all that are there. */
  read(most = this.size): Promise<Uint8Array> {
    return this.inTurn(() => readAt(this.handle, 0, Math.min(most, this.size)));
  }

  /** Other bytes in its place. If it rejects, or the process dies, what was there is whole. */
  rewrite(bytes: Uint8Array): Promise<void> {
    return this.inTurn(async () => {
      // It is flushed before it gets its name, like the bytes that came.
      await this.copyTo(dirname(this.current), { pieces: [bytes], isFlushed: false });
      this.size = bytes.length;
      this.known = digestOf(bytes);
    });
  }

  /** SHA-256, hex. */
  digest(): Promise<string> {
    return this.inTurn(async () => {
      this.known ??= await this.readDigest();
      return this.known;
    });
  }

  /** Brings it to the disk as it is to stay. */
  flush(): Promise<void> {
    return this.inTurn(async () => {
      if (!this.isOwn) return;
      // A piece that failed half way may have left something behind the end.
      await this.handle.truncate(this.size);
      await flush(this.handle);
    });
  }

  /** Moves it to another folder, or copies it where that is another disk; a borrowed one is always copied. */
  moveTo(folder: string): Promise<void> {
    return this.inTurn(async () => {
      const path = join(folder, newPartName(this.owner));
      await mkdir(folder, { recursive: true });
      if (this.isOwn && (await wasRenamed(this.current, path))) this.current = path;
      else await this.copyTo(folder);
    });
  }

  /** Makes sure that it lies where `path` says: together with its folder, it may have been removed. */
  restore(): Promise<void> {
    return this.inTurn(async () => {
      const isThere = await lstat(this.current).catch(() => undefined);
      if (isThere === undefined) await this.copyTo(dirname(this.current));
    });
  }

  /** Its end: closes it, and removes it if it is ours. */
  remove(): Promise<void> {
    return this.inTurn(async () => {
      try {
        await this.handle.close();
      } finally {
        if (this.isOwn) await rm(this.current, { force: true });
      }
    });
  }

  /** Goes on as another file in this folder, of these pieces. */
  private async copyTo(
    folder: string,
    {
      pieces = this.pieces(),
      isFlushed = true,
    }: {
      readonly pieces?: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
      readonly isFlushed?: boolean;
    } = {},
  ): Promise<void> {
    const { path, handle } = await createIn(folder, this.owner);
    try {
      let position = 0;
      for await (const piece of pieces) {
        await writeAt(handle, piece, position);
        position += piece.length;
      }
      if (isFlushed) await flush(handle);
    } catch (error) {
      await handle.close();
      await rm(path, { force: true });
      throw error;
    }
    const [old, oldHandle, wasOwn] = [this.current, this.handle, this.isOwn];
    [this.current, this.handle, this.isOwn] = [path, handle, true];
    // The copy is whole; what is left of the old one is of no use to anybody.
    await oldHandle.close().catch(() => undefined);
    if (wasOwn) await rm(old, { force: true }).catch(() => undefined);
  }

  private async readDigest(): Promise<string> {
    const hash = createHash('sha256');
    for await (const piece of this.pieces()) hash.update(piece);
    return hash.digest('hex');
  }

  private async *pieces(): AsyncGenerator<Uint8Array> {
    for (let position = 0; position < this.size; position += PIECE) {
      yield await readAt(this.handle, position, Math.min(PIECE, this.size - position));
    }
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.last.then(work);
    this.last = result.catch(() => undefined);
    return result;
  }
}

async function createIn(
  folder: string,
  owner: string,
): Promise<{ readonly path: string; readonly handle: FileHandle }> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, newPartName(owner));
  return { path, handle: await open(path, 'wx+') };
}

async function wasRenamed(from: string, to: string): Promise<boolean> {
  return rename(from, to).then(
    () => true,
    () => false,
  );
}

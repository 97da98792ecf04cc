import { createReadStream } from 'node:fs';
import { appendFile, mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

import { shareRuns } from '../../core/sharedRun';

/** A file of lines that several windows append to. */
export class LineFile {
  private waiting: string[] = [];
  private readonly write = shareRuns(async () => {
    const text = this.waiting.join('');
    this.waiting = [];
    await appendFlushed(this.path, text);
  });

  constructor(readonly path: string) {}

  /**
   * Appends, through to the disk; the folder is made. What is asked for while the disk is busy goes together, for flushing
   * is what takes the time. Rejects with the file system's own error.
   */
  append(text: string): Promise<void> {
    this.waiting.push(text);
    return this.write();
  }

  /** What stands there from a byte on. Rejects with the file system's own error. */
  async readFrom(start: number): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for await (const piece of createReadStream(this.path, { start })) pieces.push(piece as Buffer);
    return Buffer.concat(pieces);
  }
}

/** Appends to a file that several windows share, through to the disk; the folder is made. */
export async function appendFlushed(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await appendFile(file, text, { flush: true });
}

/** A file's size in bytes; 0 where there is none. */
export async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}

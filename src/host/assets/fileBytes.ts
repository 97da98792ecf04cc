import { open, type FileHandle } from 'node:fs/promises';

/** Writes all of the bytes; the system may take less than it is given at once. */
export async function writeAt(
  handle: FileHandle,
  bytes: Uint8Array,
  position: number,
): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

/** Reads exactly `length` bytes. Rejects where the file ends before. */
export async function readAt(
  handle: FileHandle,
  position: number,
  length: number,
): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  for (let done = 0; done < length;) {
    const { bytesRead } = await handle.read(bytes, done, length - done, position + done);
    if (bytesRead === 0) throw new Error(`The file ends after ${String(position + done)} bytes.`);
    done += bytesRead;
  }
  return bytes;
}

/** Brings what was written to the disk, as far as its file system can: some on a network cannot. */
export async function flush(handle: FileHandle): Promise<void> {
  await handle.sync().catch(() => undefined);
}

/** The same for a file that is not open. */
export async function flushFile(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  await flush(handle).finally(() => handle.close());
}

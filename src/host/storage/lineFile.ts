import { appendFile, mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

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

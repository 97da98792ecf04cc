import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { failedWith } from './fileErrors';
import { flushFolder } from './folderFlushes';

const RENAME_TRIES = 20;
const RENAME_WAIT_MS = 50;
/** What a write takes at the very most. */
const DRAFT_MS = 10_000;
const DRAFT = /\.[0-9a-f]{8}-[0-9a-f-]{27}\.tmp$/;

/**
 * Puts `content` in the place of what the file holds: readers see the one or the other, and nobody but this user unless
 * `mode` lets them. `isFlushed` brings it through to the disk, its name too; `flushName` does that otherwise, or not
 * at all where the old file is as good after a power cut. Makes the folder; rejects with the file system's own error.
 */
export async function writeAtomically(
  path: string,
  content: string | Uint8Array,
  {
    isFlushed,
    mode = 0o600,
    flushName = flushFolder,
  }: {
    readonly isFlushed: boolean;
    readonly mode?: number;
    readonly flushName?: (folder: string) => Promise<void>;
  },
): Promise<void> {
  const folder = dirname(path);
  const temporary = `${path}.${randomUUID()}.tmp`;
  const write = () => writeNew(temporary, content, isFlushed, mode);
  try {
    await write().catch(async (error: unknown) => {
      // Seldom: a folder that is there needs no look before each write.
      if (!failedWith(error, 'ENOENT')) throw error;
      await mkdir(folder, { recursive: true });
      await write();
    });
    await replaceBy(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  if (isFlushed) await flushName(folder);
}

/** Brings files that were written without it through to the disk, their names too. Never rejects: they may have gone. */
export async function flushFiles(paths: readonly string[]): Promise<void> {
  await Promise.all(
    paths.map(async (path) => {
      // Windows flushes only what is open for writing.
      const handle = await open(path, 'r+').catch(() => undefined);
      await handle?.sync().catch(() => undefined);
      await handle?.close().catch(() => undefined);
    }),
  );
  await Promise.all([...new Set(paths.map((path) => dirname(path)))].map(flushFolder));
}

/** Removes what writers that died have left in a folder; younger ones may be alive. Never rejects. */
export async function removeDrafts(folder: string): Promise<void> {
  const names = await readdir(folder).catch((): string[] => []);
  const drafts = names.filter((name) => DRAFT.test(name)).map((name) => join(folder, name));
  await Promise.all(
    drafts.map(async (path) => {
      const { mtimeMs } = await stat(path);
      if (Date.now() - mtimeMs > DRAFT_MS) await rm(path, { force: true });
    }),
  ).catch(() => undefined);
}

async function writeNew(
  path: string,
  content: string | Uint8Array,
  isFlushed: boolean,
  mode: number,
): Promise<void> {
  const handle = await open(path, 'wx', mode);
  try {
    // Unlike a single `write`, which takes what fits on a disk that is nearly full and says nothing.
    await handle.writeFile(content);
    if (isFlushed) await flush(handle);
  } finally {
    await handle.close();
  }
}

/** Some file systems cannot flush, and hold the bytes all the same; a disk that failed to must not pass for one of them. */
async function flush(handle: FileHandle): Promise<void> {
  await handle.sync().catch((error: unknown) => {
    const isLost = ['EIO', 'ENOSPC', 'EDQUOT'].some((code) => failedWith(error, code));
    if (isLost) throw error;
  });
}

/** Windows refuses while somebody reads the old file, which takes a moment. */
async function replaceBy(temporary: string, path: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await rename(temporary, path);
      return;
    } catch (error) {
      const isBusy = ['EPERM', 'EACCES', 'EBUSY'].some((code) => failedWith(error, code));
      if (process.platform !== 'win32' || !isBusy || tries === RENAME_TRIES) throw error;
      await wait(RENAME_WAIT_MS);
    }
  }
}

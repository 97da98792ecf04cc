import { createHash, randomUUID } from 'node:crypto';
import {
  mkdir,
  readdir,
  rename,
  rm,
  rmdir,
  stat,
  unlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { failedWith } from './fileErrors';
import { hasEnded, thisProcess } from './processName';

/** Runs `work` while no other window of this extension runs any under the same name. */
export type Exclusively = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/** How a lock tells that its holder is there. */
interface LockPace {
  /** Who holds a lock touches it so often. In ms. */
  readonly beatMs: number;
  /**
   * So many looks, 15 to 30 ms apart, at a lock that nobody touches mean that its window hangs, or is a dead one of
   * another machine. Looks and not a time, for a machine that slept has slept for its holder too.
   */
  readonly patience: number;
}

// A disk that is busy flushing may keep a touch waiting for seconds.
const usualPace: LockPace = { beatMs: 2000, patience: 1000 };
const RETRY_MS = 15;

/**
 * Locks by folders in `folder`, each with a token of its holder in it. A lock is there, token and all, by one rename,
 * and ends with its token, so that nobody can end another's. Rejects, besides what `work` rejects with, where
 * `folder` cannot be written.
 */
export function createFileLock(folder: string, pace = usualPace): Exclusively {
  const queues = new Map<string, Promise<unknown>>();
  let swept: Promise<void> | undefined;
  return (name, work) => {
    swept ??= sweep(folder);
    // In this window one waits for the other, and only the first asks the disk.
    const before = queues.get(name) ?? swept;
    const run = before.then(() => underLock(join(folder, fileNameOf(name)), work, pace));
    const settled = run.catch(() => undefined);
    queues.set(name, settled);
    void settled.then(() => {
      if (queues.get(name) === settled) queues.delete(name);
    });
    return run;
  };
}

function fileNameOf(name: string): string {
  return `${createHash('sha256').update(name).digest('hex').slice(0, 16)}.lock`;
}

async function underLock<T>(
  lock: string,
  work: () => Promise<T>,
  { beatMs, patience }: LockPace,
): Promise<T> {
  const token = newToken();
  await take(lock, token, patience);
  const beat = setInterval(() => {
    const now = new Date();
    utimes(join(lock, token), now, now).catch(() => undefined);
  }, beatMs);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    await end(lock, token);
  }
}

/** Resolves when the lock is this token's. */
async function take(lock: string, token: string, patience: number): Promise<void> {
  const own = `${lock}.${token}`;
  try {
    await mkdir(own, { recursive: true });
    await writeFile(join(own, token), '');
    let seen: Sight | undefined;
    while (!(await became(own, lock))) {
      seen = await look(lock, seen);
      if (seen !== undefined && (seen.looks >= patience || isOfEnded(seen.token)))
        await end(lock, seen.token);
      await wait(RETRY_MS + Math.random() * RETRY_MS);
    }
  } catch (error) {
    await rm(own, { recursive: true, force: true }).catch(() => undefined);
    throw error;
  }
}

async function became(own: string, lock: string): Promise<boolean> {
  try {
    await rename(own, lock);
    return true;
  } catch (error) {
    if (failedWith(error, 'ENOTEMPTY') || failedWith(error, 'EEXIST')) return false;
    // Windows does not say more than this of a folder that is there.
    const isBusy = ['EPERM', 'EACCES', 'EBUSY'].some((code) => failedWith(error, code));
    if (isBusy && process.platform === 'win32') return false;
    throw error;
  }
}

/** A lock as one who waits has seen it. */
interface Sight {
  readonly token: string;
  readonly beat: number | undefined;
  readonly looks: number;
}

/** Who holds the lock, and how often nothing but that was to be seen. */
async function look(lock: string, before: Sight | undefined): Promise<Sight | undefined> {
  const [token] = await readdir(lock).catch((): string[] => []);
  if (token === undefined) {
    // Windows cannot put one folder in the place of another, not even of an empty one.
    await rmdir(lock).catch(() => undefined);
    return undefined;
  }
  const beat = await stat(join(lock, token)).then(
    ({ mtimeMs }) => mtimeMs,
    () => undefined,
  );
  const isSame = before?.token === token && before.beat === beat;
  return { token, beat, looks: isSame ? before.looks + 1 : 0 };
}

/** Ends the lock if it is still this token's: of several windows that try, one does. */
async function end(lock: string, token: string): Promise<void> {
  await unlink(join(lock, token)).catch(() => undefined);
  // Where another took it at this moment, it is not empty and stays.
  await rmdir(lock).catch(() => undefined);
}

/** Removes what windows have left that died while they waited. */
async function sweep(folder: string): Promise<void> {
  const names = await readdir(folder).catch((): string[] => []);
  const left = names.filter((name) => isOfEnded(name.slice(name.indexOf('.lock.') + 6)));
  await Promise.all(
    left.map((name) =>
      rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined),
    ),
  );
}

function newToken(): string {
  const { machine, pid } = thisProcess();
  return `${machine}.${pid}.${randomUUID()}`;
}

function isOfEnded(token: string): boolean {
  const [, machine, pid] = /^([0-9a-f]+)\.(\d+)\./.exec(token) ?? [];
  return machine !== undefined && hasEnded({ machine, pid: Number(pid) });
}

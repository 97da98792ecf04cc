import type { JsonObject } from './lockEntry';

/** The name of an asset lock, in the assets folder. */
export const LOCK_NAME = 'flux-assets.lock.json';
/** What this version writes. A file of a later major version is left alone. */
export const LOCK_VERSION = 1;
/** The last key of every lock's assets: with it, every entry is a block with a comma of its own (`formatLock.ts`). */
export const END_KEY = '~end';

/** What a lock holds. Entries and fields that this version does not know are in it as they were read. */
export interface AssetLock {
  /** By the file's path relative to the lock's folder, with `/` between its parts. */
  readonly assets: ReadonlyMap<string, JsonObject>;
  /** What else stands beside version and assets. */
  readonly more: JsonObject;
}

/** A lock that says nothing yet. */
export const emptyLock: AssetLock = { assets: new Map(), more: {} };

/** The lock with another entry for a file, or with none. */
export function withEntry(lock: AssetLock, file: string, entry: JsonObject | undefined): AssetLock {
  const assets = new Map(lock.assets);
  if (entry === undefined) assets.delete(file);
  else assets.set(file, entry);
  return { ...lock, assets };
}

/** Whether `file` is `path`, or lies in it where that is a folder. */
export function isAt(file: string, path: string): boolean {
  return file === path || file.startsWith(`${path}/`);
}

/** Every path in an entry that leads to another file, put through `rename`. */
export function withPaths(entry: JsonObject, rename: (file: string) => string): JsonObject {
  const { from, references } = entry;
  return {
    ...entry,
    ...(from === undefined ? {} : { from: renamed(from, rename) }),
    ...(Array.isArray(references)
      ? { references: references.map((each) => renamed(each as JsonObject[string], rename)) }
      : {}),
  };
}

function renamed(value: JsonObject[string], rename: (file: string) => string): typeof value {
  if (typeof value !== 'object' || value === null || !('file' in value)) return value;
  const { file } = value;
  return typeof file === 'string' ? { ...value, file: rename(file) } : value;
}

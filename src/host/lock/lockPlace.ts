import { posix } from 'node:path';

import * as vscode from 'vscode';

import { LOCK_NAME } from '../../core/assets/lock/assetLock';
import { assetsFolder } from '../assets/destination';
import { readSettings } from '../settings';

/** Where the lock of a workspace folder lies, and which files it may speak of. */
export interface LockPlace {
  /** The workspace folder. */
  readonly root: vscode.Uri;
  /** The assets folder: paths in the lock are relative to it. */
  readonly folder: vscode.Uri;
  readonly lock: vscode.Uri;
}

/** The place of the lock that speaks of a file; `undefined` for a file outside every workspace folder. */
export async function lockPlaceOf(file: vscode.Uri): Promise<LockPlace | undefined> {
  const root = vscode.workspace.getWorkspaceFolder(file)?.uri;
  return root === undefined ? undefined : lockPlaceIn(root);
}

/** The place of a workspace folder's lock; `undefined` where its assets folder would lie outside. */
export async function lockPlaceIn(root: vscode.Uri): Promise<LockPlace | undefined> {
  const setting = readSettings(root).assetsFolder;
  const folder = await assetsFolder(root, setting).catch(() => undefined);
  if (folder === undefined) return undefined;
  return { root, folder, lock: vscode.Uri.joinPath(folder, LOCK_NAME) };
}

/** The file's path in the lock, with `/` between its parts; `undefined` for one outside the workspace folder. */
export function keyOf({ root, folder }: LockPlace, file: vscode.Uri): string | undefined {
  const isSameSystem = file.scheme === root.scheme && file.authority === root.authority;
  if (!isSameSystem || !isWithin(root.path, file.path)) return undefined;
  return posix.relative(folder.path, file.path);
}

/** The file that a path in the lock means; `undefined` where it leads out of the workspace folder. */
export function fileOf({ root, folder }: LockPlace, key: string): vscode.Uri | undefined {
  const path = posix.normalize(posix.join(folder.path, key));
  return isWithin(root.path, path) ? folder.with({ path }) : undefined;
}

function isWithin(root: string, path: string): boolean {
  return path.startsWith(root.endsWith('/') ? root : `${root}/`);
}

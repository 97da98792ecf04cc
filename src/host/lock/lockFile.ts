import * as vscode from 'vscode';

import { emptyLock, type AssetLock } from '../../core/assets/lock/assetLock';
import { formatLock } from '../../core/assets/lock/formatLock';
import {
  isProblem,
  parseLock,
  type LockProblem,
  type ReadLock,
} from '../../core/assets/lock/parseLock';
import { exists } from '../assets/files';
import { replaceFile } from '../assets/replaceFile';

/** Why a lock cannot be written now. */
export type LockTrouble =
  /** What it holds cannot be read. */
  | { readonly kind: 'broken'; readonly problem: LockProblem; readonly text: string }
  /** A person is editing it, and has not saved. */
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'unwritable'; readonly cause: unknown };

/** A lock as it lies there, with the text that its places mean. */
export interface LockOnDisk extends ReadLock {
  readonly text: string;
}

/** The lock that lies there; `undefined` where there is none. Rejects with the file system's own error. */
export async function readLock(lock: vscode.Uri): Promise<LockOnDisk | LockTrouble | undefined> {
  if (!(await exists(lock))) return undefined;
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(lock));
  const read = parseLock(text);
  return isProblem(read) ? { kind: 'broken', problem: read, text } : { ...read, text };
}

/** Whether this is why a lock cannot be used. */
export function isTrouble(read: LockOnDisk | LockTrouble | undefined): read is LockTrouble {
  return read !== undefined && 'kind' in read;
}

/**
 * Changes the lock that lies there, or makes one where the change has anything to say; the trouble where that cannot
 * be, and then the file is untouched. Never rejects. Nobody else may write it meanwhile (`fileLock.ts`).
 */
export async function changeLock(
  lock: vscode.Uri,
  change: (lock: AssetLock) => AssetLock,
): Promise<LockTrouble | undefined> {
  try {
    const isEdited = ({ uri, isDirty }: vscode.TextDocument) =>
      isDirty && uri.toString() === lock.toString();
    if (vscode.workspace.textDocuments.some(isEdited)) return { kind: 'unsaved' };
    const read = await readLock(lock);
    if (isTrouble(read)) return read;
    const before = read?.lock ?? emptyLock;
    const after = change(before);
    if (read === undefined && after.assets.size === 0) return undefined;
    const text = formatLock(after);
    if (text !== read?.text) await replaceFile(lock, new TextEncoder().encode(text));
    return undefined;
  } catch (cause) {
    return { kind: 'unwritable', cause };
  }
}

import * as vscode from 'vscode';

import {
  isProblem,
  parseLock,
  type LockProblem,
  type ReadLock,
} from '../../core/assets/lock/parseLock';
import { exists } from '../assets/files';

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

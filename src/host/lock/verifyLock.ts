import type * as vscode from 'vscode';

import { readEntry } from '../../core/assets/lock/lockEntry';
import type { TextSpan } from '../../core/code/imageReference';
import { fileDigest } from '../assets/fileDigest';
import { exists } from '../assets/files';
import { imagesBelow } from '../assets/imagesBelow';
import { isTrouble, readLock, type LockTrouble } from './lockFile';
import { fileOf, keyOf, type LockPlace } from './lockPlace';
import type { LockProblemCode } from './lockProblems';

/** One thing that a lock says and that is not so, or the other way round. */
export interface Finding {
  readonly code: Exclude<LockProblemCode, 'lock-broken'>;
  readonly place: LockPlace;
  /** The file's path in the lock. */
  readonly key: string;
  readonly file: vscode.Uri;
  /** Where the lock's text speaks of it; for an unknown file, where all entries begin. */
  readonly span: TextSpan;
}

/** What a lock was found to be. */
export type Verification =
  | { readonly kind: 'none' }
  | { readonly kind: 'trouble'; readonly trouble: LockTrouble }
  | {
      readonly kind: 'read';
      readonly text: string;
      /** How many files it has entries for. */
      readonly count: number;
      readonly findings: readonly Finding[];
    };

/** Whether anything in the workspace speaks of the file; `undefined` where nobody knows. */
export type IsUsed = (file: vscode.Uri) => boolean | undefined;

/** Formats that this extension makes; others in the folder are nobody's business here. */
const IMAGE = /\.(png|jpe?g|webp|avif)$/i;

/** Compares a lock with the files that it speaks of and with the images in its folder. Rejects with the file system's own error. */
export async function verifyLock(place: LockPlace, isUsed: IsUsed): Promise<Verification> {
  const read = await readLock(place.lock);
  if (read === undefined) return { kind: 'none' };
  if (isTrouble(read)) return { kind: 'trouble', trouble: read };
  const findings: Finding[] = [];
  for (const [key, span] of read.places) {
    const file = fileOf(place, key);
    // It would lead out of the workspace folder: nobody looks there.
    if (file === undefined) continue;
    const entry = readEntry(read.lock.assets.get(key) ?? {});
    for (const code of await codesOf(file, entry?.sha256, isUsed))
      findings.push({ code, place, key, file, span });
  }
  for (const file of await imagesBelow(place.folder, IMAGE)) {
    const key = keyOf(place, file);
    if (key === undefined || read.lock.assets.has(key)) continue;
    findings.push({ code: 'asset-unknown', place, key, file, span: read.assetsPlace });
  }
  return { kind: 'read', text: read.text, count: read.places.size, findings };
}

async function codesOf(
  file: vscode.Uri,
  sha256: string | undefined,
  isUsed: IsUsed,
): Promise<readonly Finding['code'][]> {
  if (!(await exists(file))) return ['asset-missing'];
  const isChanged = sha256 !== undefined && (await fileDigest(file)) !== sha256;
  return [
    ...(isChanged ? (['asset-changed'] as const) : []),
    ...(isUsed(file) === false ? (['asset-unused'] as const) : []),
  ];
}

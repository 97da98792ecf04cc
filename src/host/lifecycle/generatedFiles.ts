import * as vscode from 'vscode';

import { isAt } from '../../core/assets/lock/assetLock';
import { readEntry } from '../../core/assets/lock/lockEntry';
import { isTrouble, readLock } from '../lock/lockFile';
import { fileOf, lockPlaceIn } from '../lock/lockPlace';
import type { HistoryStore } from '../storage/historyStore';

/** A file that was generated, or made of a generated one. */
export interface GeneratedFile {
  readonly file: vscode.Uri;
  /** SHA-256 of its bytes as they were written, hex, where it is known. */
  readonly digest?: string;
  /** The file that it was made of. */
  readonly madeOf?: vscode.Uri;
}

/** All generated files that history and locks of the open folders know, each once. Locks that cannot be read know none. */
export async function generatedFiles(
  history: Pick<HistoryStore, 'all'>,
): Promise<readonly GeneratedFile[]> {
  const found = new Map<string, GeneratedFile>();
  for (const { uri, digest } of history.all) {
    const file = vscode.Uri.parse(uri);
    found.set(file.toString(), { file, ...(digest === undefined ? {} : { digest }) });
  }
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    for (const each of await lockedFiles(folder.uri)) {
      const known = found.get(each.file.toString());
      found.set(each.file.toString(), { ...known, ...each });
    }
  }
  return [...found.values()];
}

/** Those that lie at a place or below it. */
export function filesAt(
  files: readonly GeneratedFile[],
  place: vscode.Uri,
): readonly GeneratedFile[] {
  return files.filter(
    ({ file }) =>
      file.scheme === place.scheme &&
      file.authority === place.authority &&
      isAt(file.path, place.path),
  );
}

async function lockedFiles(root: vscode.Uri): Promise<readonly GeneratedFile[]> {
  const place = await lockPlaceIn(root);
  const read = place && (await readLock(place.lock).catch(() => undefined));
  if (place === undefined || read === undefined || isTrouble(read)) return [];
  return [...read.lock.assets].flatMap(([key, json]) => {
    const file = fileOf(place, key);
    const entry = readEntry(json);
    if (file === undefined || entry === undefined) return [];
    const source = entry.kind === 'derived' ? fileOf(place, entry.from.file) : undefined;
    return [
      {
        file,
        digest: entry.sha256,
        ...(source === undefined ? {} : { madeOf: source }),
      },
    ];
  });
}

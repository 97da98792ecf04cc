import { realpath, stat } from 'node:fs/promises';

import * as vscode from 'vscode';

import { writeAtomically } from '../storage/atomicFile';

/**
 * Puts the bytes in the place of a file, or makes it. On a disk whole or not at all: git, a build or another window
 * may read it at any moment. Rejects with the file system's own error.
 */
export async function replaceFile(file: vscode.Uri, bytes: Uint8Array): Promise<void> {
  if (file.scheme !== 'file') {
    await vscode.workspace.fs.writeFile(file, bytes);
    return;
  }
  // The file that a link means, not the link.
  const path = await realpath(file.fsPath).catch(() => file.fsPath);
  const mode = await stat(path).then(
    (found) => found.mode & 0o777,
    () => 0o666,
  );
  await writeAtomically(path, bytes, { isFlushed: true, mode });
}

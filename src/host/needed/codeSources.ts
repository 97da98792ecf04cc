import * as vscode from 'vscode';

import { LARGEST_SOURCE, type CodeSource } from './locateInSource';

/**
 * What is to be looked through of files: the text that an editor holds, saved or not; else a file of the disk, which the
 * parser's thread reads, so that the extension host has nothing to do with its bytes; else what `workspace.fs` has of it.
 * `undefined` where there is nothing.
 */
export async function codeSources(
  files: readonly vscode.Uri[],
): Promise<readonly (CodeSource | undefined)[]> {
  const open = new Map(
    vscode.workspace.textDocuments.map((document) => [document.uri.toString(), document]),
  );
  return Promise.all(
    files.map(async (file) => {
      const { path, scheme, fsPath } = file;
      const document = open.get(file.toString());
      if (document === undefined && scheme === 'file') return { path, file: fsPath };
      const text = document === undefined ? await bytesOf(file) : document.getText();
      return text === undefined || text.length > LARGEST_SOURCE ? undefined : { path, text };
    }),
  );
}

async function bytesOf(file: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(file);
    return size > LARGEST_SOURCE ? undefined : await vscode.workspace.fs.readFile(file);
  } catch {
    // It has gone since it was listed, or cannot be read.
    return undefined;
  }
}

import * as vscode from 'vscode';

import type { CodeText } from '../../core/code/locateReferences';

/** Larger files are data or made by a tool. In bytes. */
const LARGEST = 1024 * 1024;

/** The texts of files: what an editor holds, saved or not, else what lies on the disk. `undefined` where there is none to look through. */
export async function codeTexts(
  files: readonly vscode.Uri[],
): Promise<readonly (CodeText | undefined)[]> {
  const open = new Map(
    vscode.workspace.textDocuments.map((document) => [document.uri.toString(), document]),
  );
  return Promise.all(
    files.map(async (file) => {
      const document = open.get(file.toString());
      const text = document === undefined ? await bytesOf(file) : document.getText();
      return text === undefined || text.length > LARGEST ? undefined : { path: file.path, text };
    }),
  );
}

async function bytesOf(file: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(file);
    return size > LARGEST ? undefined : await vscode.workspace.fs.readFile(file);
  } catch {
    // It has gone since it was listed, or cannot be read.
    return undefined;
  }
}

import { createHash } from 'node:crypto';

import * as vscode from 'vscode';

/** SHA-256 of the bytes, hex. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** SHA-256 of the file as it lies there, hex. Rejects with the file system's own error. */
export async function fileDigest(file: vscode.Uri): Promise<string> {
  return digestOf(await vscode.workspace.fs.readFile(file));
}

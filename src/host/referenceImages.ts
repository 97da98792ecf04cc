import * as vscode from 'vscode';

import { GenerationFailure } from '../core/api/failure';
import { readImageHeader } from '../core/assets/imageHeader';

/** The image as bare base64, as the service takes it (bfl-api.md §3.4). Rejects with `invalid-request`. */
export async function loadReference(uri: vscode.Uri): Promise<string> {
  const bytes = await read(uri);
  if (readImageHeader(bytes) === undefined) throw unreadable(uri);
  return Buffer.from(bytes).toString('base64');
}

async function read(uri: vscode.Uri): Promise<Uint8Array> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    throw unreadable(uri, error);
  }
}

function unreadable(uri: vscode.Uri, cause?: unknown): GenerationFailure {
  const reason = vscode.workspace.asRelativePath(uri, false);
  return new GenerationFailure(
    { code: 'invalid-request', charged: 'no', detail: 'reference-unreadable', reason },
    { cause },
  );
}

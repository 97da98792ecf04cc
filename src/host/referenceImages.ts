import * as vscode from 'vscode';

import { GenerationFailure } from '../core/api/failure';
import { readImageHeader } from '../core/assets/imageHeader';
import { referenceSize } from '../core/assets/referenceSize';

/**
 * The image as bare base64, as the service takes it, and no larger than the service would use (bfl-api.md §3.4).
 * Rejects with `invalid-request`.
 */
export async function loadReference(uri: vscode.Uri): Promise<string> {
  const bytes = await read(uri);
  const header = readImageHeader(bytes);
  if (header === undefined) throw unreadable(uri);
  const size = referenceSize(header);
  if (size.width === header.width && size.height === header.height) return toBase64(bytes);
  try {
    const { scaleImage } = await import('./referenceScaling');
    return toBase64(await scaleImage(bytes, header, size));
  } catch (error) {
    throw unreadable(uri, error);
  }
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
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

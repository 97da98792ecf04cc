import * as vscode from 'vscode';

import { GenerationFailure } from '../../core/api/failure';
import { readImageHeader } from '../../core/assets/imageHeader';
import { referenceSize } from '../../core/assets/referenceSize';

/** Each image may have 20 MB as base64 (bfl-api.md §3.10, §5), which makes a third more of its bytes. */
const MOST_BYTES = 15_000_000;

/**
 * The image as bare base64, as the service takes it, of at most `maxPixels` (the model's `references.maxPixels`).
 * Rejects with `invalid-request`.
 */
export async function loadReference(uri: vscode.Uri, maxPixels: number): Promise<string> {
  const bytes = await read(uri);
  const header = readImageHeader(bytes);
  if (header === undefined) throw unreadable(uri);
  const size = referenceSize(header, maxPixels);
  const isWhole = size.width === header.width && size.height === header.height;
  const isHeavy = bytes.length > MOST_BYTES;
  if (isWhole && !isHeavy) return toBase64(bytes);
  try {
    const { scaleImage } = await import('./referenceScaling');
    // WebP keeps transparency and the size, which an image and its mask must share.
    const format = isHeavy ? 'webp' : header.format;
    return toBase64(await scaleImage(bytes, header, size, format));
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
  const name = vscode.workspace.asRelativePath(uri, false);
  return new GenerationFailure(
    { code: 'invalid-request', charged: 'no', detail: 'reference-unreadable', cause: name },
    { cause },
  );
}

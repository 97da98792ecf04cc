import * as vscode from 'vscode';

import { assetMime } from '../../protocol/assetMime';

/** Images that somebody drops or pastes. */
export interface DroppedImages {
  readonly files: readonly vscode.Uri[];
  /** Of the history. */
  readonly assetIds: readonly string[];
}

/** What a drop or the clipboard must hold for us. */
export const imageMimes: readonly string[] = [assetMime, 'text/uri-list'];

/** The images in a drop or the clipboard; `undefined` where there are none, or other files among them. */
export async function droppedImages(
  transfer: vscode.DataTransfer,
  document: vscode.Uri,
): Promise<DroppedImages | undefined> {
  const ids = await linesOf(transfer.get(assetMime));
  if (ids.length > 0) return { files: [], assetIds: ids };
  const files = (await linesOf(transfer.get('text/uri-list'))).map((line) =>
    fileOf(line, document),
  );
  if (files.length === 0 || files.some((file) => file === undefined)) return undefined;
  return { files: files.filter((file) => file !== undefined), assetIds: [] };
}

/** Whether a file is an image that documents name, by its name. */
export function isImageFile(uri: vscode.Uri): boolean {
  return /\.(png|jpe?g|webp|avif|gif|svg)$/i.test(uri.path);
}

async function linesOf(item: vscode.DataTransferItem | undefined): Promise<readonly string[]> {
  if (item === undefined) return [];
  const lines = (await item.asString()).split(/\r?\n/);
  return lines.filter((line) => line !== '' && !line.startsWith('#'));
}

/** The explorer of a remote window names files as its own side sees them. */
function fileOf(line: string, document: vscode.Uri): vscode.Uri | undefined {
  const uri = parsed(line);
  if (uri === undefined || /^https?$/.test(uri.scheme) || !isImageFile(uri)) return undefined;
  const isRemote = uri.scheme === 'vscode-remote' && document.scheme === 'file';
  return isRemote ? document.with({ path: uri.path, query: '', fragment: '' }) : uri;
}

function parsed(line: string): vscode.Uri | undefined {
  try {
    return vscode.Uri.parse(line, true);
  } catch {
    return undefined;
  }
}

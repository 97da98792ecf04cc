import * as vscode from 'vscode';

import type { PictureMetadata } from '../../core/assets/metadata/pictureMetadata';
import { originOfFile, originOfRecord, type Origin } from '../../core/assets/origin';
import type { HistoryStore } from '../storage/historyStore';

export interface FindOriginPorts {
  readonly history: Pick<HistoryStore, 'all'>;
}

/** How an image was made: by the asset lock, which goes with the code, else by the history, else by the file itself. */
export async function findOrigin(image: vscode.Uri, ports: FindOriginPorts): Promise<Origin> {
  const file = await metadataOf(image);
  const asset = ports.history.all.find(({ uri }) => uri === image.toString());
  const { lockedOrigin } = await import('./lockedOrigin');
  const origin =
    (await lockedOrigin(image)) ??
    (asset === undefined ? undefined : originOfRecord('history', asset)) ??
    (file === undefined ? {} : originOfFile(file));
  return { ...origin, ...(file === undefined ? {} : { file }) };
}

/** What the file says of itself; `undefined` where that cannot be read, as in an AVIF. */
async function metadataOf(image: vscode.Uri): Promise<PictureMetadata | undefined> {
  if (/\.avif$/i.test(image.path)) return undefined;
  try {
    const { readMetadata } = await import('../../core/assets/metadata/readMetadata');
    return readMetadata(await vscode.workspace.fs.readFile(image));
  } catch {
    return undefined;
  }
}

import * as vscode from 'vscode';

import { messageOf } from '../../core/api/failure';
import type { Asset } from '../../core/assets/asset';
import type { TaskOrder } from '../../core/tasks/journalEntry';
import { exists } from '../assets/files';
import type { PlaceholderFiles } from '../assets/placeholderFiles';
import type { DeriveFile } from '../derive/deriveFile';

/** What stands between a saved picture and the end of its task. */
export interface AfterSavingPorts {
  readonly placeholders: Pick<PlaceholderFiles, 'remove' | 'settle'>;
  readonly deriveFile: DeriveFile;
  /** Hears of a file that a window has left to be made and that cannot be. */
  readonly onUnmade: (unmade: UnmadeFile) => void;
}

/** A file that could not be made of its picture, which is saved. */
export interface UnmadeFile {
  readonly file: vscode.Uri;
  readonly original: vscode.Uri;
  readonly cause: string;
}

/**
 * Does what is still to be done with a saved picture, before its record goes and nobody knows of it any more. `onSaved`
 * is there in the window that ordered it; elsewhere the order says what was in mind. Never rejects.
 */
export async function afterSaving(
  ports: AfterSavingPorts,
  order: TaskOrder,
  asset: Asset,
  onSaved: ((asset: Asset) => Promise<void>) | undefined,
): Promise<void> {
  const { placeholders = [] } = order;
  await onSaved?.(asset);
  // One stays nowhere where no file has come.
  await ports.placeholders.remove(placeholders);
  if (onSaved === undefined) await makeLeft(ports, order, asset);
  await ports.placeholders.settle(placeholders, vscode.Uri.parse(asset.uri, true));
}

/** Makes the file that a window which is gone had in mind, unless one lies there: it may have come so far. */
async function makeLeft(
  { deriveFile, onUnmade }: AfterSavingPorts,
  { made }: TaskOrder,
  asset: Asset,
): Promise<void> {
  if (made === undefined) return;
  const file = vscode.Uri.parse(made.file, true);
  const original = vscode.Uri.parse(asset.uri, true);
  if (await exists(file).catch(() => true)) return;
  try {
    await deriveFile(original, made.recipe, file);
  } catch (error) {
    const { cause = error } = error instanceof Error ? error : {};
    onUnmade({ file, original, cause: messageOf(cause) });
  }
}

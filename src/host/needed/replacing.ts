import * as vscode from 'vscode';

import { applyQuietly } from '../code/textEdits';
import type { ImageIndex, NeededImage } from './imageIndex';

/** A reference that is to name another file. */
export interface Replacement {
  readonly needed: NeededImage;
  readonly file: vscode.Uri;
}

/** What replacing needs. */
export interface ReplacingPorts {
  readonly index: Pick<ImageIndex, 'needed' | 'settled'>;
  /** How a reference's document names a file at that place; `undefined` where it cannot, or is not what it was. */
  readonly writePath: (
    file: vscode.Uri,
    place: NeededImage,
    document: vscode.TextDocument,
  ) => Promise<string | undefined>;
}

/**
 * Lets references name other files, all in one edit; resolves with those that were left alone, for their text is not
 * what it was any more or cannot be edited. Documents that nobody has before them are saved.
 */
export async function replaceReferences(
  replacements: readonly Replacement[],
  { index, writePath }: ReplacingPorts,
): Promise<readonly Replacement[]> {
  if (replacements.length === 0) return [];
  // Edits of these minutes have moved what stands behind them.
  await index.settled();
  const edit = new vscode.WorkspaceEdit();
  const left: Replacement[] = [];
  for (const replacement of replacements) {
    const { needed, file } = replacement;
    const place = index.needed.find(({ id }) => id === needed.id) ?? needed;
    const document = await openDocument(place.document);
    const isSame = document?.getText(place.range) === needed.reference.raw;
    const written = isSame
      ? await writePath(file, place, document).catch(() => undefined)
      : undefined;
    if (document === undefined || written === undefined) {
      left.push(replacement);
      continue;
    }
    edit.replace(document.uri, place.range, written);
  }
  return edit.size === 0 || (await applyQuietly(edit)) ? left : replacements;
}

/** `undefined` where it is gone or cannot be read. */
async function openDocument(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}

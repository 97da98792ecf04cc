import * as vscode from 'vscode';

import { applyQuietly, editIn, openDocument } from '../code/textEdits';
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
  /** Puts a file on the list of what the reference's project packs, where it has one that lacks it. */
  readonly listAsset: (file: vscode.Uri, place: NeededImage) => Promise<void>;
}

/**
 * Lets references name other files, all in one edit; resolves with those that were left alone, for their text is not
 * what it was any more or cannot be edited. Documents that nobody has before them are saved.
 */
export async function replaceReferences(
  replacements: readonly Replacement[],
  { index, writePath }: Pick<ReplacingPorts, 'index' | 'writePath'>,
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
    const around = document && changesAround(document, place, needed.reference.raw);
    const written = around && (await writePath(file, place, document).catch(() => undefined));
    if (written === undefined) {
      left.push(replacement);
      continue;
    }
    edit.replace(place.document, place.range, written);
    for (const { range, newText } of around ?? []) edit.replace(place.document, range, newText);
  }
  return edit.size === 0 || (await applyQuietly(edit)) ? left : replacements;
}

/** What changes around a reference; `undefined` where its text is not what it was, or its place takes no files. */
function changesAround(
  document: vscode.TextDocument,
  { reference, range }: NeededImage,
  raw: string,
): readonly vscode.TextEdit[] | undefined {
  const { isWebOnly, around = [] } = reference;
  if (document.getText(range) !== raw || (isWebOnly === true && around.length === 0)) {
    return undefined;
  }
  // Lines that were added above have moved all of it.
  const moved = document.offsetAt(range.start) - reference.start;
  const text = document.getText();
  const edits = around.map(({ start, end, ...each }) => ({
    ...each,
    start: start + moved,
    end: end + moved,
  }));
  if (!edits.every(({ start, raw: there }) => text.startsWith(there, start))) return undefined;
  return edits.map((each) => editIn(document, each));
}

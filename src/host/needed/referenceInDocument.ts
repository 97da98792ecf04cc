import type * as vscode from 'vscode';

import type { ImageReference } from '../../core/code/imageReference';
import type { PlacedReference } from './imageIndex';

/**
 * A reference at its place in the document that the editor has opened, which writes all line ends alike; `undefined`
 * where the text there is not what it was any more.
 */
export function referenceInDocument(
  { reference, range }: PlacedReference,
  document: vscode.TextDocument,
): ImageReference | undefined {
  if (document.getText(range) !== reference.raw) return undefined;
  return {
    ...reference,
    start: document.offsetAt(range.start),
    end: document.offsetAt(range.end),
  };
}

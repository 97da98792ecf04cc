import type * as vscode from 'vscode';

import type { ImageFiles } from './imageFiles';
import type { NeededImage, PlacedReference } from './imageIndex';
import type { IndexedDocument, IndexedReference } from './indexedDocument';

/** A needed image before the places of placeholders' pictures are chosen. */
export interface NeededReference extends Omit<NeededImage, 'file'> {
  /** The file to make; absent for a placeholder. */
  readonly target: vscode.Uri | undefined;
}

/** What the references of one document mean, by what is there now. */
export interface ResolvedDocument {
  /** In their order; placeholders mean no file. */
  readonly placed: readonly PlacedReference[];
  readonly needed: readonly NeededReference[];
  /** A folder could not be looked at: what would be in it counts as there, until it can. */
  readonly isUnsure: boolean;
}

export interface ResolvingPorts {
  readonly images: Pick<ImageFiles, 'has'>;
  /** Whether a file would be one of the workspace's sources: any other is not ours to make. */
  readonly isOwn: (file: vscode.Uri) => boolean;
}

/** Looks for the file of each reference in a document. */
export async function resolvedDocument(
  { references, uri }: IndexedDocument,
  { images, isOwn }: ResolvingPorts,
): Promise<ResolvedDocument> {
  const placed: PlacedReference[] = [];
  const needed: NeededReference[] = [];
  let isUnsure = false;
  const idOf = idsWithin(uri);
  for (const { candidates, ...place } of references) {
    const { reference } = place;
    const id = idOf(reference.raw);
    const { there, isCertain } = await firstThere(candidates, images);
    isUnsure ||= !isCertain;
    const target = there === undefined ? candidates.find(isOwn) : undefined;
    const file = there ?? target;
    if (file !== undefined) placed.push({ ...place, file });
    const isNeeded =
      there === undefined && (target !== undefined || reference.isPlaceholder === true);
    if (isNeeded) needed.push({ ...place, id, target });
  }
  return { placed, needed, isUnsure };
}

async function firstThere(files: IndexedReference['candidates'], images: Pick<ImageFiles, 'has'>) {
  for (const there of files) {
    const has = await images.has(there);
    if (has !== false) return { there, isCertain: has === true };
  }
  return { there: undefined, isCertain: true };
}

/** By what is written and which of its like it is: lines that move change no id. */
function idsWithin(document: vscode.Uri): (raw: string) => string {
  const counts = new Map<string, number>();
  return (raw) => {
    const n = (counts.get(raw) ?? 0) + 1;
    counts.set(raw, n);
    return `${document.toString()}#${String(n)}#${raw}`;
  };
}

import type * as vscode from 'vscode';

import type { ImageFiles } from './imageFiles';
import type { NeededImage, PlacedReference } from './imageIndex';
import type { IndexedDocument, IndexedReference } from './indexedDocument';
import { PlaceholderPlaces } from './placeholderPlaces';

/** So many references take the extension host a millisecond or two; then it gets to do other things. */
const REST_AFTER = 500;

/** What all references of the workspace mean, by what is there now. */
export interface ResolvedReferences {
  /** By the file that they mean; placeholders mean none. */
  readonly byFile: ReadonlyMap<string, readonly PlacedReference[]>;
  readonly needed: readonly NeededImage[];
  readonly hasMoreNeeded: boolean;
}

export interface ResolvingPorts {
  readonly images: ImageFiles;
  /** Whether a file would be one of the workspace's sources: any other is not ours to make. */
  readonly isOwn: (file: vscode.Uri) => boolean;
  /** Of the needed, so many are kept. */
  readonly most: number;
}

/** Looks for each reference's file; `documents` are in order, and so is what comes back. */
export async function resolveReferences(
  documents: Iterable<IndexedDocument>,
  { images, isOwn, most }: ResolvingPorts,
): Promise<ResolvedReferences> {
  const byFile = new Map<string, PlacedReference[]>();
  const needed: NeededImage[] = [];
  const placeholders = new PlaceholderPlaces(images);
  let hasMoreNeeded = false;
  let sinceRest = 0;
  for (const { project, references, uri } of documents) {
    sinceRest += references.length;
    if (sinceRest > REST_AFTER) {
      sinceRest = 0;
      await new Promise((resolve) => setImmediate(resolve));
    }
    const id = idsWithin(uri);
    for (const { candidates, ...place } of references) {
      const { reference } = place;
      const ownId = id(reference.raw);
      const there = await firstThere(candidates, images);
      const target = there === undefined ? candidates.find(isOwn) : undefined;
      const file = there ?? target;
      if (file !== undefined) {
        const key = file.toString();
        const others = byFile.get(key);
        if (others === undefined) byFile.set(key, [{ ...place, file }]);
        else others.push({ ...place, file });
      }
      const isNeeded =
        there === undefined && (target !== undefined || reference.isPlaceholder === true);
      if (!isNeeded) continue;
      hasMoreNeeded ||= needed.length >= most;
      if (hasMoreNeeded) continue;
      const made = target ?? (await placeholders.fileFor(reference, uri, project));
      needed.push({ ...place, file: made, id: ownId });
    }
  }
  return { byFile, needed, hasMoreNeeded };
}

async function firstThere(
  files: IndexedReference['candidates'],
  images: ImageFiles,
): Promise<vscode.Uri | undefined> {
  for (const file of files) if (await images.has(file)) return file;
  return undefined;
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

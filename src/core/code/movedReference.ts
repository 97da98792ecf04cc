import type { ImageReference } from './imageReference';
import type { WritingText } from './writing/picture';
import { writtenInPlace } from './writing/writtenInPlace';

/** A path after a file or folder has moved; as it was where it lies elsewhere. Paths have `/` between their parts. */
export function movedPath(path: string, from: string, to: string): string {
  if (path === from) return to;
  return path.startsWith(`${from}/`) ? to + path.slice(from.length) : path;
}

/**
 * What is to stand in a reference's place for a file that has moved: query and fragment stay. `at` is the text as it is
 * with the document's path after the moves. `undefined` where that name cannot be written there.
 */
export function movedReference(
  file: string,
  reference: ImageReference,
  at: WritingText,
): string | undefined {
  return writtenInPlace(file, reference, at, suffixOf(reference));
}

/** Bundlers take what to do with a file behind a question mark; in any other path it is part of the name. */
function suffixOf({ raw, syntax, isModule }: ImageReference): string {
  const suffix = syntax === 'url' ? /[?#].*$/s : isModule === true ? /\?.*$/s : undefined;
  return suffix?.exec(raw)?.[0] ?? '';
}

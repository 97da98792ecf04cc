import type { ImageReference } from './imageReference';
import type { Project, ReferencePlace } from './project';
import { writtenPath } from './writtenPath';

/** A path after a file or folder has moved; as it was where it lies elsewhere. Paths have `/` between their parts. */
export function movedPath(path: string, from: string, to: string): string {
  if (path === from) return to;
  return path.startsWith(`${from}/`) ? to + path.slice(from.length) : path;
}

/** How a document names another file in a reference's place. */
export function pathInPlaceOf(
  { folders, syntax, isModule }: Pick<ImageReference, 'folders' | 'syntax' | 'isModule'>,
  file: string,
  from: Pick<ReferencePlace, 'path' | 'language'>,
  project: Project,
): string {
  return writtenPath(file, { ...from, folders }, project, syntax, isModule);
}

/** What is to stand in a reference's place for another path: query and fragment of a URL stay. */
export function movedReference(
  { raw, syntax }: Pick<ImageReference, 'raw' | 'syntax'>,
  path: string,
): string {
  const suffix = syntax === 'url' ? (/[?#].*$/s.exec(raw)?.[0] ?? '') : '';
  return path + suffix;
}

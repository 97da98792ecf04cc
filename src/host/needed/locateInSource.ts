import { readFileSync, statSync } from 'node:fs';

import {
  locateReferences,
  type CodeText,
  type LocatedReference,
} from '../../core/code/locateReferences';

/** A file on this machine's disk, read where it is parsed. `path` has `/` between its parts. */
export interface CodeFile {
  readonly path: string;
  /** As the system writes it. */
  readonly file: string;
}

/** What is to be looked through. */
export type CodeSource = CodeText | CodeFile;

/** Larger files are data or made by a tool. In bytes. */
export const LARGEST_SOURCE = 1024 * 1024;

/** Finds the references of a text or a file and their places. Never throws: what cannot be read has none. */
export async function locateInSource(source: CodeSource): Promise<readonly LocatedReference[]> {
  if ('text' in source) return locateReferences(source);
  const text = bytesOf(source.file);
  return text === undefined ? [] : locateReferences({ path: source.path, text });
}

/** At once, for nobody else waits in a parser's thread: promises make of 10,000 small files seconds of work. */
function bytesOf(file: string): Uint8Array | undefined {
  try {
    const about = statSync(file);
    return about.isFile() && about.size <= LARGEST_SOURCE ? readFileSync(file) : undefined;
  } catch {
    // It has gone since it was listed, or may not be read.
    return undefined;
  }
}

import { findReferences } from './findReferences';
import type { ImageReference } from './imageReference';
import { languageOf, type CodeLanguage } from './language';

/** A file to look through: its bytes (UTF-8), or its text where an editor has it. `path` has `/` between its parts. */
export interface CodeText {
  readonly path: string;
  readonly text: string | Uint8Array;
}

/** A place in a text as editors count: lines and UTF-16 units in the line, from 0. */
export interface TextPosition {
  readonly line: number;
  readonly character: number;
}

/** A reference with its place, for whoever does not have the text any more. */
export interface LocatedReference {
  readonly reference: ImageReference;
  readonly start: TextPosition;
  readonly end: TextPosition;
}

/** Finds the references of one file and their places. Never throws: what cannot be read has none. */
export async function locateReferences(
  { path, text }: CodeText,
  find: typeof findReferences = findReferences,
): Promise<readonly LocatedReference[]> {
  const language = languageOf(path);
  // Decoding takes a byte-order mark away, as editors do.
  const code = typeof text === 'string' ? text : new TextDecoder().decode(text);
  const found = await foundIn(code, path, language, find);
  if (found.length === 0) return [];
  const lines = lineStarts(code);
  return found.map((reference) => ({
    reference,
    start: positionAt(lines, reference.start),
    end: positionAt(lines, reference.end),
  }));
}

async function foundIn(
  text: string,
  path: string,
  language: CodeLanguage,
  find: typeof findReferences,
): Promise<readonly ImageReference[]> {
  try {
    return await find(language, text, path);
  } catch {
    // A parser's mistake in one file must not end the search in all others.
    return [];
  }
}

/** Where the lines begin, as editors break them. */
function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  return starts;
}

function positionAt(starts: readonly number[], offset: number): TextPosition {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return { line: low, character: offset - (starts[low] ?? 0) };
}

import type { TextSpan } from './imageReference';

/** One line of a text, without its line break. */
export interface TextLine extends TextSpan {
  readonly text: string;
}

/** The lines of a text, in UTF-16 units. */
export function linesOf(text: string): readonly TextLine[] {
  const lines: TextLine[] = [];
  for (const match of text.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/g)) {
    const [whole, line = '', lineBreak] = match;
    lines.push({ start: match.index, end: match.index + line.length, text: line });
    if (whole === '' || lineBreak === '') break;
  }
  return lines;
}

/** The number of the line that a place is in. */
export function lineAt(lines: readonly TextLine[], offset: number): number {
  return Math.max(
    lines.findLastIndex(({ start }) => start <= offset),
    0,
  );
}

/** A line of a language whose blocks are told by blanks. */
export interface IndentedLine extends TextLine {
  /** How many blanks stand before its first word, a tab being eight of them at most. */
  readonly indent: number;
  readonly isBlank: boolean;
}

/** A longer line is data: it has no words, and patterns may take quadratic time for it. */
const LONGEST_LINE = 10_000;

/** The lines of a text with their indents. A byte order mark is in none of them, and neither is what follows the last break. */
export function indentedLinesOf(text: string): readonly IndentedLine[] {
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const lines = linesOf(text.slice(mark)).filter(({ start }) => start + mark < text.length);
  return lines.map(({ start, end, text: whole }) => {
    const line = whole.length > LONGEST_LINE ? '…' : whole;
    const place = { start: start + mark, end: end + mark };
    return { ...place, text: line, indent: indentOf(line), isBlank: line.trim() === '' };
  });
}

function indentOf(line: string): number {
  let indent = 0;
  for (const character of line) {
    if (character === ' ') indent++;
    else if (character === '\t') indent += 8 - (indent % 8);
    else break;
  }
  return indent;
}

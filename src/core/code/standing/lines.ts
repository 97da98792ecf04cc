import type { TextSpan } from '../imageReference';

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

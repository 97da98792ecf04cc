/** A line of a text, without its end. */
export interface Line {
  readonly text: string;
  /** Where it begins. */
  readonly start: number;
  /** How many blanks stand before its first word, a tab being eight of them at most. */
  readonly indent: number;
  readonly isBlank: boolean;
}

/** A longer line is data: it has no words, and patterns may take quadratic time for it. */
const LONGEST_LINE = 10_000;

/** The lines of a text; a byte order mark is in none of them. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  const pattern = /([^\r\n]*)(?:\r\n|\r|\n|$)/g;
  pattern.lastIndex = text.startsWith('\uFEFF') ? 1 : 0;
  while (pattern.lastIndex < text.length) {
    const start = pattern.lastIndex;
    const whole = pattern.exec(text)?.[1] ?? '';
    const line = whole.length > LONGEST_LINE ? '…' : whole;
    lines.push({ text: line, start, indent: indentOf(line), isBlank: line.trim() === '' });
  }
  return lines;
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

/** A line of a text, without its end. */
export interface Line {
  readonly text: string;
  /** Where it begins. */
  readonly start: number;
  /** How many blanks stand before its first word, a tab being eight of them at most. */
  readonly indent: number;
  readonly isBlank: boolean;
}

/** The lines of a text; a byte order mark is in none of them. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  const pattern = /([^\r\n]*)(?:\r\n|\r|\n|$)/g;
  pattern.lastIndex = text.startsWith('\uFEFF') ? 1 : 0;
  while (pattern.lastIndex < text.length) {
    const start = pattern.lastIndex;
    const line = pattern.exec(text)?.[1] ?? '';
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

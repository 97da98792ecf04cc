/** What starts a line of comment in the languages that people write pictures' words in. */
const LINE_MARKER =
  /^\s*(?:\/\/[/!]?|\/\*+!?|\*+(?!\*|\S)|#+(?=\s|$)|<!--+|--(?=\s)|;+(?=\s)|%+(?=\s)|"""|''')\s*/;
const LINE_END = /\s*(?:\*+\/|--+>|"""|''')\s*$/;
const QUOTES: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['“', '”'],
  ['‘', '’'],
  ['«', '»'],
];

/** The prompt in a selection of code or prose: comment markers and enclosing quotes taken off, lines joined. */
export function promptFromSelection(text: string): string {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.replace(LINE_MARKER, '').replace(LINE_END, '').trim())
    .filter((line) => line !== '');
  return withoutQuotes(lines.join(' ')).replace(/\s+/g, ' ').trim();
}

function withoutQuotes(text: string): string {
  const bare = text.replace(/[,;]$/, '').trim();
  for (const [open, close] of QUOTES) {
    if (bare.length >= 2 && bare.startsWith(open) && bare.endsWith(close)) {
      const inside = bare.slice(open.length, -close.length);
      // `"a" and "b"` starts and ends with quotes that do not belong together.
      if (!inside.includes(open) && !inside.includes(close)) return inside;
    }
  }
  return text;
}

/** The languages of programs that are read word by word. */
export type ProgramLanguage = 'dart' | 'swift' | 'kotlin';

/** A string of a program. */
interface ProgramString {
  /** Between the quotes. */
  readonly start: number;
  readonly end: number;
  /** Behind the closing quote. */
  readonly behind: number;
  /** Its escapes resolved; undefined where parts of it are known only when the program runs. */
  readonly value?: string;
}

const OPENING: Readonly<Record<ProgramLanguage, RegExp>> = {
  dart: /(r?)("""|'''|"|')/y,
  swift: /(#*)("""|")/y,
  kotlin: /()("""|"|')/y,
};

/** What begins a part that the program fills in, and what ends it. */
const FILLED: Readonly<Record<ProgramLanguage, RegExp>> = {
  dart: /\$(?:(\{)|[a-z_])/iy,
  swift: /\\(\()/y,
  kotlin: /\$(?:(\{)|[a-z_])/iy,
};

/** The string that begins at a place; undefined where none does. One that is not closed goes to the end of its line. */
export function stringAt(
  text: string,
  at: number,
  language: ProgramLanguage,
  depth = 0,
): ProgramString | undefined {
  const [opening, prefix = '', quote = ''] = matchAt(OPENING[language], text, at) ?? [];
  if (opening === undefined) return undefined;
  const isRaw = prefix !== '' || (language === 'kotlin' && quote === '"""');
  const close = language === 'swift' ? quote + prefix : quote;
  const start = at + opening.length;
  let isFilled = false;
  let i = start;
  while (i < text.length && !text.startsWith(close, i)) {
    if (quote.length === 1 && /[\r\n]/.test(text[i] ?? '')) return { start, end: i, behind: i };
    // Raw strings are filled in Kotlin alone.
    const filled = isRaw && language !== 'kotlin' ? null : matchAt(FILLED[language], text, i);
    if (filled !== null) {
      isFilled = true;
      i =
        filled[1] === undefined
          ? i + 1
          : behindBrackets(text, i + filled[0].length, language, depth + 1);
    } else i += text[i] === '\\' && !isRaw ? 2 : 1;
  }
  if (i >= text.length) return { start, end: text.length, behind: text.length };
  const value = isRaw ? text.slice(start, i) : withoutEscapes(text.slice(start, i));
  return { start, end: i, behind: i + close.length, ...(isFilled ? {} : { value }) };
}

/** Nobody fills strings into strings deeper than this. */
const DEEPEST = 50;

/** Behind the bracket that closes the one before `at`; in strings between them brackets count nothing. */
function behindBrackets(
  text: string,
  at: number,
  language: ProgramLanguage,
  depth: number,
): number {
  if (depth > DEEPEST) return text.length;
  let open = 1;
  let i = at;
  while (i < text.length && open > 0) {
    const inner = stringAt(text, i, language, depth);
    if (inner !== undefined) {
      i = inner.behind;
      continue;
    }
    if (/[({]/.test(text[i] ?? '')) open++;
    else if (/[)}]/.test(text[i] ?? '')) open--;
    i++;
  }
  return i;
}

const CONTROLS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', 0: '\0' };

/** The escapes that Dart, Swift and Kotlin have between them. */
function withoutEscapes(text: string): string {
  return text.replace(
    /\\(?:u\{([0-9a-f]{1,6})\}|u([0-9a-f]{4})|x([0-9a-f]{2})|([\s\S]))/gi,
    (whole, braced?: string, four?: string, two?: string, character?: string) => {
      if (character !== undefined) return CONTROLS[character] ?? character;
      const code = parseInt(braced ?? four ?? two ?? '', 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(text);
}

import type { TextSpan } from '../../imageReference';
import { stringAt } from './programStrings';
import type { ProgramLanguage } from './programStrings';

/** A word, a number, a string or a mark of a program; comments and blanks are none. */
export interface ProgramToken extends TextSpan {
  readonly kind: 'word' | 'number' | 'string' | 'mark';
  /** Of a string what it says; undefined where parts of it are known only when the program runs. */
  readonly value: string | undefined;
}

/** A blank, a comment to the line's end, a word, a number, the beginning of a comment that may hold others. */
const PIECE = /\s+|\/\/[^\r\n]*|([\p{L}_$][\p{L}\p{N}_$]*)|(\d[\d_]*(?:\.\d+)?)|\/\*/uy;

/**
 * The words of a program. No parser of Dart, Swift or Kotlin of a fit size exists in JavaScript; calls with a plain string
 * are told well by the tokens, which know strings, what is filled into them, and comments within comments.
 */
export function programTokens(text: string, language: ProgramLanguage): readonly ProgramToken[] {
  const tokens: ProgramToken[] = [];
  let at = 0;
  while (at < text.length) {
    const string = stringAt(text, at, language);
    if (string !== undefined) {
      const { start, end, value } = string;
      tokens.push({ kind: 'string', start, end, value });
      at = string.behind;
      continue;
    }
    PIECE.lastIndex = at;
    const [piece, word, number] = PIECE.exec(text) ?? [];
    if (piece === '/*') {
      at = behindComment(text, at);
      continue;
    }
    const end = at + (piece?.length ?? 1);
    const kind = word !== undefined ? 'word' : number !== undefined ? 'number' : 'mark';
    if (piece === undefined || kind !== 'mark') {
      tokens.push({ kind, start: at, end, value: text.slice(at, end) });
    }
    at = end;
  }
  return tokens;
}

function behindComment(text: string, at: number): number {
  const mark = /\/\*|\*\//g;
  mark.lastIndex = at;
  let open = 0;
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    open += found[0] === '/*' ? 1 : -1;
    if (open === 0) return mark.lastIndex;
  }
  return text.length;
}

import type { ImageReference } from '../imageReference';
import { isMark } from './program/programCall';
import { programTokens } from './program/programTokens';
import type { ProgramToken } from './program/programTokens';

/** The drawables and launcher icons that Kotlin names: `R.drawable.hero`. Those of a mipmap have it in their path. */
export function findInKotlin(text: string): readonly ImageReference[] {
  const tokens = programTokens(text, 'kotlin');
  return tokens.flatMap((token, i) => {
    const [dot, kind, secondDot, name] = tokens.slice(i + 1, i + 5);
    const isResource =
      isWord(token, 'R') &&
      isMark(dot, '.') &&
      isWord(kind, 'drawable', 'mipmap') &&
      isMark(secondDot, '.');
    // `android.R`, or a library's.
    if (!isResource || name?.kind !== 'word' || isMark(tokens[i - 1], '.')) return [];
    const { start, end } = name;
    const raw = text.slice(start, end);
    const words = descriptionBehind(tokens, i + 5);
    return {
      start,
      end,
      raw,
      path: isWord(kind, 'mipmap') ? `mipmap/${raw}` : raw,
      syntax: 'resource' as const,
      ...(words === undefined ? {} : { alt: words }),
    };
  });
}

function isWord(token: ProgramToken | undefined, ...words: readonly string[]): boolean {
  return token?.kind === 'word' && words.includes(token.value ?? '');
}

/** `Image(painterResource(R.drawable.hero), contentDescription = "A red boat")`: in the rest of the call. */
function descriptionBehind(tokens: readonly ProgramToken[], from: number): string | undefined {
  let depth = 0;
  for (let i = from; i < from + 60; i++) {
    const token = tokens[i];
    if (token === undefined || isWord(token, 'R') || depth < -2 || isMark(token, ';'))
      return undefined;
    if (isMark(token, '(', '{')) depth++;
    else if (isMark(token, ')', '}')) depth--;
    const isSaid = isWord(token, 'contentDescription') && isMark(tokens[i + 1], '=');
    if (isSaid && depth <= 0) {
      const words = tokens[i + 2];
      return words?.kind === 'string' ? words.value : undefined;
    }
  }
  return undefined;
}

import type { FindReferences, ImageReference, TextSpan } from '../imageReference';
import type { ImageDetails } from './imageAt';
import type { MarkupNode } from './markup/markupElement';
import type { SourceText } from './markup/sourceText';

/**
 * What reads the languages that stand inside others. It is lent to a finder by who loads it, so that each parser is in
 * one bundle; what is not lent is not looked through.
 */
export interface EmbeddedLanguages {
  /** Tells what a sheet is written in by the extension of the path. */
  readonly css?: FindReferences;
  /** `shown` is what elements outside the script say of the images that it has names for. */
  readonly jsx?: (
    text: string,
    path: string,
    shown?: ReadonlyMap<string, ImageDetails>,
  ) => readonly ImageReference[];
  readonly yaml?: FindReferences;
  /** The elements of a piece of HTML that begins at `at` of the text. `jsxLike` is the same with its expressions. */
  readonly htmlElements?: (html: string, at: number, jsxLike?: string) => readonly MarkupNode[];
  /** Resolves the character references in attributes' raw values. */
  readonly decodeAttributes?: (raw: readonly string[]) => readonly string[];
}

/** What a finder finds in a part of a text, at its places in the whole; nothing where it cannot read it. */
export function findInPart(
  find: FindReferences | undefined,
  text: string,
  { start, end }: TextSpan,
  path: string,
): readonly ImageReference[] {
  const moved = (span: TextSpan): TextSpan => ({
    start: span.start + start,
    end: span.end + start,
  });
  return found(find, text.slice(start, end), path).map(({ whole, ...reference }) => ({
    ...reference,
    ...moved(reference),
    ...(whole === undefined ? {} : { whole: moved(whole) }),
  }));
}

/** What a finder finds in a decoded value, at its places in the text. What is found shares its value with others. */
export function findInValue(
  find: FindReferences | undefined,
  text: string,
  value: SourceText,
  path: string,
): readonly ImageReference[] {
  return found(find, value.value, path).map((reference) => {
    const span = value.spanOf(reference);
    const moved = { ...reference, ...span, raw: text.slice(span.start, span.end) };
    delete moved.whole;
    return moved;
  });
}

function found(
  find: FindReferences | undefined,
  text: string,
  path: string,
): readonly ImageReference[] {
  try {
    return find?.(text, path) ?? [];
  } catch {
    return [];
  }
}

import type { TextSpan } from '../../imageReference';

/** A value of which is known where each part of it stands in the source, whatever was decoded. */
export interface SourceText {
  readonly value: string;
  /** Where a stretch of the value stands in the source. */
  readonly spanOf: (stretch: TextSpan) => TextSpan;
}

/** A value that stands in the source as it is, from `start` on. */
export function plainText(value: string, start: number): SourceText {
  return {
    value,
    spanOf: (stretch) => ({ start: start + stretch.start, end: start + stretch.end }),
  };
}

/**
 * The value of an attribute whose source `raw` (without quotes) begins at `start`. `decode` resolves the character
 * references of many such texts at once.
 */
export function attributeText(
  raw: string,
  start: number,
  decode: (raw: readonly string[]) => readonly string[],
): SourceText {
  if (!/[&\r]/.test(raw)) return plainText(raw, start);
  // No reference goes beyond the next `&`, so that what stands between two is decoded like the whole.
  const pieces = raw.split(/(?=&)|(?=\r)/);
  const decoded = decode(pieces);
  const value = decoded.join('');
  return { value, spanOf: (stretch) => spanIn({ pieces, decoded, start }, stretch) };
}

interface Pieces {
  readonly pieces: readonly string[];
  readonly decoded: readonly string[];
  readonly start: number;
}

function spanIn({ pieces, decoded, start }: Pieces, stretch: TextSpan): TextSpan {
  let source = start;
  let at = 0;
  let from: number | undefined;
  for (const [i, piece] of pieces.entries()) {
    const length = decoded[i]?.length ?? 0;
    // What follows the reference in its piece is as long as in the source: it is counted from the piece's end.
    const sourceOf = (offset: number): number =>
      offset === at ? source : source + piece.length - (at + length - offset);
    if (from === undefined && stretch.start < at + length) from = sourceOf(stretch.start);
    if (stretch.end <= at + length) {
      const end = stretch.end === at ? source : sourceOf(stretch.end);
      return { start: from ?? end, end };
    }
    at += length;
    source += piece.length;
  }
  return { start: from ?? source, end: source };
}

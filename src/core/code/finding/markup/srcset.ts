import parseSrcset from '@prettier/parse-srcset';

import type { ImageReference } from '../../imageReference';
import { imageAt } from '../imageAt';
import type { ImageDetails } from '../imageAt';
import type { SourceText } from './sourceText';

/** The images that a `srcset` names. Widths and heights of `details` are the element's. */
export function imagesInSrcset(
  text: string,
  srcset: SourceText,
  { width, height, ...details }: ImageDetails,
): readonly ImageReference[] {
  return candidatesOf(srcset.value).flatMap((candidate) => {
    const { value, startOffset } = candidate.source;
    const span = srcset.spanOf({ start: startOffset, end: startOffset + value.length });
    const size = sizeOf(candidate, width, height);
    return imageAt(text, span, value, { ...details, ...size }) ?? [];
  });
}

type Candidates = ReturnType<typeof parseSrcset>;

/** A longer one is nobody's list of images, and the parser takes quadratic time for some. */
const LONGEST_SRCSET = 50_000;

function candidatesOf(srcset: string): Candidates {
  if (srcset.length > LONGEST_SRCSET) return [];
  try {
    return parseSrcset(srcset);
  } catch {
    return [];
  }
}

function sizeOf(
  { width, height, density }: Candidates[number],
  shownWidth: number | undefined,
  shownHeight: number | undefined,
): ImageDetails {
  if (width !== undefined) {
    const ratio = (shownHeight ?? NaN) / (shownWidth ?? NaN);
    const derived = Number.isFinite(ratio) ? Math.round(width.value * ratio) : undefined;
    return { width: width.value, height: height?.value ?? derived };
  }
  const scale = density?.value ?? 1;
  const scaled = (length: number | undefined): number | undefined =>
    length === undefined || scale === 0 ? length : Math.round(length * scale);
  return { width: scaled(shownWidth), height: height?.value ?? scaled(shownHeight) };
}

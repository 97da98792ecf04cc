import { draftOfReference } from '../code/imageDraft';
import type { ImageReference } from '../code/imageReference';
import { saysNothing } from '../code/nameWords';
import type { WantedImage } from './neededPlan';

/** What one file is to show and how large it is to be. */
export interface WantedTogether extends Omit<WantedImage, 'path'> {
  readonly prompt: string;
}

/**
 * What all references to one file want together: the words of the one that says most, and the largest size, of which a
 * smaller one can be shown.
 */
export function wantedTogether(references: readonly ImageReference[]): WantedTogether {
  const drafts = references.map((reference) => ({ reference, ...draftOfReference(reference) }));
  const draft =
    drafts.find(({ reference }) => !saysNothing(reference.alt ?? '')) ??
    drafts.find(({ reference }) => reference.heading !== undefined) ??
    drafts[0];
  const [largest] = drafts.toSorted((one, other) => areaOf(other) - areaOf(one));
  const purpose = references.find((reference) => reference.purpose !== undefined)?.purpose;
  return {
    prompt: draft?.prompt ?? '',
    ...(largest?.width === undefined ? {} : { width: largest.width }),
    ...(largest?.height === undefined ? {} : { height: largest.height }),
    ...(purpose === undefined ? {} : { purpose }),
  };
}

/** One side alone is that of a square; none is nothing. */
function areaOf({ width, height }: { readonly width?: number; readonly height?: number }): number {
  return (width ?? height ?? 0) * (height ?? width ?? 0);
}

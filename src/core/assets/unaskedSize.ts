import { referenceSize } from './referenceSize';
import { MEGAPIXEL, type PixelSize } from './size';

/** What FLUX.2 takes the sides of an image down to a multiple of, in px, and the least that it takes (bfl-api.md §3.4). */
const STEP = 16;
const LEAST = 64;

/**
 * The size of a FLUX.2 picture that was asked for without one (bfl-api.md §3.4): that of its first image, of at most
 * 4 MP and with its sides cut down to multiples of 16; without an image 1024 × 1024.
 */
export function unaskedSize(first: PixelSize | undefined): PixelSize {
  if (first === undefined) return { width: 1024, height: 1024 };
  const { width, height } = referenceSize(first, 4 * MEGAPIXEL);
  return { width: cutDown(width), height: cutDown(height) };
}

function cutDown(length: number): number {
  return Math.max(Math.floor(length / STEP) * STEP, LEAST);
}

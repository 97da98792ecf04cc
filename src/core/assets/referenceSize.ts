import type { PixelSize } from './size';

const STEP = 16;

/**
 * The size at which a reference is worth sending to a model that takes `maxPixels`: as it is up to them, else its
 * shape within them in multiples of 16, which is what FLUX.2 would make of it (bfl-api.md §3.4).
 */
export function referenceSize({ width, height }: PixelSize, maxPixels: number): PixelSize {
  if (width * height <= maxPixels) return { width, height };
  const scale = Math.sqrt(maxPixels / (width * height));
  return { width: aligned(width * scale), height: aligned(height * scale) };
}

function aligned(length: number): number {
  return Math.max(Math.floor(length / STEP) * STEP, STEP);
}

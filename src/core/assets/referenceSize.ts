/** A size in px. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The service scales a larger reference down to this many px itself (bfl-api.md §3.4). */
const MOST_PIXELS = 2048 * 2048;
const STEP = 16;

/**
 * The size at which a reference is worth sending: as it is up to 4 MP, else its shape at 4 MP in multiples of 16,
 * which is what the service would make of it (bfl-api.md §3.4).
 */
export function referenceSize({ width, height }: Size): Size {
  if (width * height <= MOST_PIXELS) return { width, height };
  const scale = Math.sqrt(MOST_PIXELS / (width * height));
  return { width: aligned(width * scale), height: aligned(height * scale) };
}

function aligned(length: number): number {
  return Math.max(Math.floor(length / STEP) * STEP, STEP);
}

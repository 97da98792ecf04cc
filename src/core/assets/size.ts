/** Width and height in px. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** The service's megapixel in px: 1024 × 1024 is exactly one (bfl-api.md §7). */
export const MEGAPIXEL = 2 ** 20;

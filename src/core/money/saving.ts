import { MEGAPIXEL, type PixelSize } from '../assets/size';

/** A slightly smaller picture that bills one megapixel less. */
export interface Saving {
  readonly size: PixelSize;
  /** Whole units of 2^20 px that `size` is billed as. */
  readonly billedMegapixels: number;
  /** Which of the sides is shorter there. */
  readonly side: 'width' | 'height';
  /** True where `size` is exactly so many megapixels: a single row or column more bills the next one. */
  readonly isFull: boolean;
}

/** A person who asks for more than this beyond a megapixel wants the larger picture. */
const JUST_ABOVE = 1 / 8;

/**
 * The largest size that bills one megapixel less (bfl-api.md §7), one side of `size` cut down to the multiple that
 * `step` says; `undefined` where neither side is just above a whole megapixel. Sizes in px.
 */
export function savingOf(size: PixelSize, step: (side: number) => number): Saving | undefined {
  const { width, height } = size;
  const billedMegapixels = Math.ceil((width * height) / MEGAPIXEL) - 1;
  if (billedMegapixels < 1) return undefined;
  const area = billedMegapixels * MEGAPIXEL;
  const cut = (from: number, other: number) => Math.floor(area / other / step(from)) * step(from);
  const candidates = [
    { side: 'height', size: { width, height: cut(height, width) } },
    { side: 'width', size: { width: cut(width, height), height } },
  ] as const;
  const [best] = candidates
    .filter((one) => one.size[one.side] >= size[one.side] * (1 - JUST_ABOVE))
    .sort((a, b) => pixels(b.size) - pixels(a.size));
  if (best === undefined) return undefined;
  return { ...best, billedMegapixels, isFull: pixels(best.size) === area };
}

function pixels({ width, height }: PixelSize): number {
  return width * height;
}

import type { PixelSize } from '../assets/size';

/** What models draw where they are asked for no size, or for a ratio alone: a megapixel. In px. */
const SIDE = 1024;

/** The size of the picture that these parameters (by the API's names) will bring, as far as it can be foretold. In px. */
export function expectedSize(parameters: Readonly<Record<string, unknown>>): PixelSize {
  const { width, height, aspect_ratio: ratio } = parameters;
  const [across = NaN, down = NaN] = typeof ratio === 'string' ? ratio.split(':').map(Number) : [];
  const shape = across / down;
  const isShape = shape > 0 && Number.isFinite(shape);
  const guess = isShape
    ? { width: Math.round(SIDE * Math.sqrt(shape)), height: Math.round(SIDE / Math.sqrt(shape)) }
    : { width: SIDE, height: SIDE };
  return {
    width: typeof width === 'number' ? width : guess.width,
    height: typeof height === 'number' ? height : guess.height,
  };
}

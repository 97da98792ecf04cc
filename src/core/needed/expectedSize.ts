import { ratioOf } from '../api/ratio';
import type { PixelSize } from '../assets/size';

/** What models draw where they are asked for no size, or for a ratio alone: a megapixel. In px. */
const SIDE = 1024;

/** The size of the picture that these parameters (by the API's names) will bring, as far as it can be foretold. In px. */
export function expectedSize(parameters: Readonly<Record<string, unknown>>): PixelSize {
  const { width, height, aspect_ratio } = parameters;
  const ratio = ratioOf(aspect_ratio);
  const stretch = Number.isNaN(ratio) ? 1 : Math.sqrt(ratio);
  return {
    width: typeof width === 'number' ? width : Math.round(SIDE * stretch),
    height: typeof height === 'number' ? height : Math.round(SIDE / stretch),
  };
}

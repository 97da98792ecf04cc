import { openAvif } from '../../../src/codecs/avif';
import { openCodecs } from '../../../src/codecs/codecs';

/** A picture of this size, of slowly changing colours. */
export async function pictureBytes(
  width: number,
  height: number,
  format: 'png' | 'avif' = 'png',
): Promise<Uint8Array> {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let index = 0; index < width * height; index += 1) {
    const [x, y] = [index % width, Math.floor(index / width)];
    data.set([(x * 255) / width, (y * 255) / height, (x + y) % 256, 255], index * 4);
  }
  const raster = { width, height, data };
  return format === 'avif' ? openAvif().encode(raster, 50) : openCodecs().encode(raster, format);
}

import { openCodecs } from '../../codecs/codecs';
import { resize } from '../../codecs/resize';
import type { ImageFormat } from '../../core/api/model';
import type { ImageHeader } from '../../core/assets/imageHeader';
import type { PixelSize } from '../../core/assets/size';

/** The image at another size, upright, as `target`. Loaded only for an image that is too large to send. */
export async function scaleImage(
  bytes: Uint8Array,
  { format, width, height }: ImageHeader,
  size: PixelSize,
  target: ImageFormat = format,
): Promise<Uint8Array> {
  const codecs = openCodecs();
  const whole = await codecs.decode(bytes, format);
  const isSame = size.width === width && size.height === height;
  return codecs.encode(isSame ? whole : await resize(whole, size), target);
}

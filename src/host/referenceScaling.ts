import { openCodecs } from '../codecs/codecs';
import { resize } from '../codecs/resize';
import type { ImageHeader } from '../core/assets/imageHeader';
import type { Size } from '../core/assets/referenceSize';

/** The image at another size, in its own format. Loaded only for an image that is too large to send. */
export async function scaleImage(
  bytes: Uint8Array,
  { format }: ImageHeader,
  size: Size,
): Promise<Uint8Array> {
  const codecs = openCodecs();
  return codecs.encode(await resize(await codecs.decode(bytes, format), size), format);
}

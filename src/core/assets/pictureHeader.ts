import { imageSize } from 'image-size';

import { readImageHeader, type ImageHeader } from './imageHeader';
import type { PixelSize } from './size';

/** What a picture says of itself that files can be made from. */
export interface PictureHeader extends PixelSize {
  readonly format: ImageHeader['format'] | 'avif';
}

/** The header of a PNG, JPEG, WebP or AVIF; `undefined` for anything else or broken. */
export function readPictureHeader(bytes: Uint8Array): PictureHeader | undefined {
  return readImageHeader(bytes) ?? avifHeader(bytes);
}

function avifHeader(bytes: Uint8Array): PictureHeader | undefined {
  try {
    const { type, width, height } = imageSize(bytes);
    return type === 'avif' && width > 0 && height > 0
      ? { format: 'avif', width, height }
      : undefined;
  } catch {
    return undefined;
  }
}

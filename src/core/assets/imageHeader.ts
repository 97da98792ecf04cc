import { imageSize } from 'image-size';

import type { ImageFormat } from '../api/model';
import { hasSoundPngHeader } from './pngHeader';
import type { PixelSize } from './size';

/** What an image file says of itself, read from its bytes; its size is that in which it is shown. */
export interface ImageHeader extends PixelSize {
  readonly format: ImageFormat;
}

const FORMATS: Readonly<Record<string, ImageFormat>> = { png: 'png', jpg: 'jpeg', webp: 'webp' };

/** The header of a PNG, JPEG or WebP; `undefined` for anything else or broken, whatever its name or content type says. */
export function readImageHeader(bytes: Uint8Array): ImageHeader | undefined {
  try {
    const { type, width, height, orientation = 1 } = imageSize(bytes);
    const format = FORMATS[type ?? ''];
    if (format === undefined || width < 1 || height < 1) return undefined;
    // The library reads two numbers, whatever lies around them.
    if (format === 'png' && !hasSoundPngHeader(bytes)) return undefined;
    // From 5 on, EXIF orientations lay the stored rows upright: a phone's portrait is stored lying on its side.
    return orientation < 5 ? { format, width, height } : { format, width: height, height: width };
  } catch {
    return undefined;
  }
}

/** The extension by the bytes, without a dot. */
export function extensionOf(format: ImageFormat): string {
  return format === 'jpeg' ? 'jpg' : format;
}

/** The format that a file name asks for by its extension, if it is one of ours. */
export function formatOfName(name: string): ImageFormat | undefined {
  const extension = /\.(png|jpe?g|webp)$/i.exec(name)?.[1]?.toLowerCase();
  if (extension === undefined) return undefined;
  return extension === 'png' || extension === 'webp' ? extension : 'jpeg';
}

import type { PixelSize } from './size';

/** One picture of an icon file: a whole PNG of at most 256 px a side. */
export interface IconPicture extends PixelSize {
  readonly png: Uint8Array;
}

const HEADER = 6;
const ENTRY = 16;

/**
 * An icon file (.ico) of several PNGs: a header, an entry of 16 bytes each, and the PNGs as they are, all numbers
 * little-endian (https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10), which every browser follows; PNGs
 * inside since Windows Vista).
 */
export function iconFile(pictures: readonly IconPicture[]): Uint8Array<ArrayBuffer> {
  const first = HEADER + ENTRY * pictures.length;
  const total = pictures.reduce((sum, { png }) => sum + png.length, first);
  const file = new Uint8Array(total);
  const view = new DataView(file.buffer);
  view.setUint16(2, 1, true);
  view.setUint16(4, pictures.length, true);
  let offset = first;
  for (const [index, { width, height, png }] of pictures.entries()) {
    const entry = HEADER + ENTRY * index;
    // 256 does not fit and is written as 0.
    view.setUint8(entry, width % 256);
    view.setUint8(entry + 1, height % 256);
    view.setUint16(entry + 4, 1, true);
    view.setUint16(entry + 6, 32, true);
    view.setUint32(entry + 8, png.length, true);
    view.setUint32(entry + 12, offset, true);
    file.set(png, offset);
    offset += png.length;
  }
  return file;
}

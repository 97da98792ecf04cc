import { crc32 } from './crc32';

/** Which bit depths go with which colour type (PNG, third edition, table 8). */
const BIT_DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

const LARGEST_SIDE = 2 ** 31 - 1;

/** Whether a PNG's first chunk, IHDR, is one that decoders take: its length, its values and its checksum. */
export function hasSoundPngHeader(bytes: Uint8Array): boolean {
  if (bytes.length < 33) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, 33);
  const isFirst = view.getUint32(8) === 13 && view.getUint32(12) === 0x49484452;
  const sides = [view.getUint32(16), view.getUint32(20)];
  const depths = BIT_DEPTHS[view.getUint8(25)] ?? [];
  const [compression, filter, interlace] = [26, 27, 28].map((offset) => view.getUint8(offset));
  return (
    isFirst &&
    sides.every((side) => side >= 1 && side <= LARGEST_SIDE) &&
    depths.includes(view.getUint8(24)) &&
    compression === 0 &&
    filter === 0 &&
    (interlace === 0 || interlace === 1) &&
    view.getUint32(29) === crc32(bytes.subarray(12, 29))
  );
}

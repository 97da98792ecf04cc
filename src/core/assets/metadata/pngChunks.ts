import { crc32 } from '../crc32';
import { joined, latin1, standsAt, textOfLatin1, viewOf } from './bytes';

/** One chunk of a PNG, with where it lies in the file. */
export interface PngChunk {
  /** `IHDR`, `iTXt`, … */
  readonly type: string;
  readonly data: Uint8Array;
  /** Of its length field, its first. */
  readonly start: number;
}

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** Length, type and checksum. */
const FRAME = 12;

/** The chunks of a PNG from IHDR to IEND; `undefined` where it is none, or ends before. Checksums are not looked at. */
export function pngChunks(bytes: Uint8Array): readonly PngChunk[] | undefined {
  if (!standsAt(bytes, 0, SIGNATURE)) return undefined;
  const view = viewOf(bytes);
  const chunks: PngChunk[] = [];
  for (let start = SIGNATURE.length; start + FRAME <= bytes.length;) {
    const length = view.getUint32(start);
    const end = start + FRAME + length;
    if (end > bytes.length) return undefined;
    const type = textOfLatin1(bytes.subarray(start + 4, start + 8));
    chunks.push({ type, data: bytes.subarray(start + 8, start + 8 + length), start });
    if (type === 'IEND') return chunks[0]?.type === 'IHDR' ? chunks : undefined;
    start = end;
  }
  return undefined;
}

/** A chunk as it lies in the file. */
export function pngChunk(type: string, data: Uint8Array): Uint8Array {
  const typed = joined([latin1(type), data]);
  const chunk = new Uint8Array(FRAME + data.length);
  const view = viewOf(chunk);
  view.setUint32(0, data.length);
  chunk.set(typed, 4);
  view.setUint32(8 + data.length, crc32(typed));
  return chunk;
}

/** Where a chunk ends. */
export function endOfPngChunk({ start, data }: PngChunk): number {
  return start + FRAME + data.length;
}

import { joined, latin1, standsAt, textOfLatin1, viewOf } from './bytes';

/** One chunk of a WebP. */
export interface WebpChunk {
  /** `VP8X`, `XMP `, … */
  readonly type: string;
  readonly data: Uint8Array;
  /** As it lies in the file, filled up to an even length. */
  readonly whole: Uint8Array;
}

/** The chunks of a WebP; `undefined` where it is none, or is cut off. Bytes behind the RIFF are left out. */
export function webpChunks(bytes: Uint8Array): readonly WebpChunk[] | undefined {
  if (!standsAt(bytes, 0, latin1('RIFF')) || !standsAt(bytes, 8, latin1('WEBP'))) return undefined;
  const view = viewOf(bytes);
  const end = endOfRiff(bytes);
  if (end > bytes.length) return undefined;
  const chunks: WebpChunk[] = [];
  let start = 12;
  while (start + 8 <= end) {
    const length = view.getUint32(start + 4, true);
    const next = start + 8 + length + (length % 2);
    if (next > end) return undefined;
    const type = textOfLatin1(bytes.subarray(start, start + 4));
    const data = bytes.subarray(start + 8, start + 8 + length);
    chunks.push({ type, data, whole: bytes.subarray(start, next) });
    start = next;
  }
  return start === end && chunks.length > 0 ? chunks : undefined;
}

/** Where the RIFF of a WebP ends. */
export function endOfRiff(bytes: Uint8Array): number {
  return 8 + viewOf(bytes).getUint32(4, true);
}

/** A chunk as it lies in the file. */
export function webpChunk(type: string, data: Uint8Array): WebpChunk {
  const whole = new Uint8Array(8 + data.length + (data.length % 2));
  whole.set(latin1(type));
  viewOf(whole).setUint32(4, data.length, true);
  whole.set(data, 8);
  return { type, data, whole };
}

/** A file of these chunks. */
export function webpFile(chunks: readonly WebpChunk[]): Uint8Array {
  const file = joined([latin1('RIFF\0\0\0\0WEBP'), ...chunks.map(({ whole }) => whole)]);
  viewOf(file).setUint32(4, file.length - 8, true);
  return file;
}

const HAS_ALPHA = 0x10;
const HAS_XMP = 0x04;

/**
 * The `VP8X` chunk that lets a file have metadata (WebP container specification, extended format): its own one with
 * the mark for XMP, or one made of the header of its only picture. `undefined` where that is neither lossy nor lossless.
 */
export function extendedHeader([first]: readonly WebpChunk[]): WebpChunk | undefined {
  if (first === undefined) return undefined;
  const { type, data } = first;
  if (type === 'VP8X' && data.length >= 10) {
    const marked = Uint8Array.from(data);
    marked[0] = (data[0] ?? 0) | HAS_XMP;
    return webpChunk('VP8X', marked);
  }
  const view = viewOf(data);
  if (type === 'VP8 ' && data.length >= 10) {
    return headerOf(view.getUint16(6, true) & 0x3fff, view.getUint16(8, true) & 0x3fff, 0);
  }
  if (type === 'VP8L' && data.length >= 5 && data[0] === 0x2f) {
    const bits = view.getUint32(1, true);
    const alpha = (bits >>> 28) & 1 ? HAS_ALPHA : 0;
    return headerOf((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1, alpha);
  }
  return undefined;
}

function headerOf(width: number, height: number, flags: number): WebpChunk {
  const data = new Uint8Array(10);
  const view = viewOf(data);
  view.setUint8(0, flags | HAS_XMP);
  // 24 bits each, less one; the next write covers what is too much.
  view.setUint32(4, width - 1, true);
  view.setUint16(7, (height - 1) & 0xffff, true);
  view.setUint8(9, (height - 1) >>> 16);
  return webpChunk('VP8X', data);
}

import { joined, latin1, standsAt, viewOf } from './bytes';

/** One segment of a JPEG's head, with where it lies in the file. */
export interface JpegSegment {
  /** The marker's second byte: 0xe1 is APP1. */
  readonly marker: number;
  readonly data: Uint8Array;
  /** Of its marker. */
  readonly start: number;
  readonly end: number;
}

const START_OF_SCAN = 0xda;
/** The length field counts itself. In bytes. */
const LONGEST_DATA = 0xffff - 2;

/** The segments before the first scan; `undefined` where it is no JPEG, or no scan comes. */
export function jpegSegments(bytes: Uint8Array): readonly JpegSegment[] | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  const view = viewOf(bytes);
  const segments: JpegSegment[] = [];
  for (let start = 2; start + 4 <= bytes.length;) {
    if (bytes[start] !== 0xff) return undefined;
    const marker = view.getUint8(start + 1);
    if (marker === START_OF_SCAN) return segments;
    if (marker === 0xff) {
      // A marker may have any number of these before it.
      start += 1;
      continue;
    }
    const end = start + 2 + view.getUint16(start + 2);
    // What stands alone, and has no length, has no place here.
    const isAlone = marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd9);
    if (isAlone || end < start + 4 || end > bytes.length) return undefined;
    segments.push({ marker, data: bytes.subarray(start + 4, end), start, end });
    start = end;
  }
  return undefined;
}

/** A segment as it lies in the file; `undefined` where it is too long for one. */
export function jpegSegment(marker: number, data: Uint8Array): Uint8Array | undefined {
  if (data.length > LONGEST_DATA) return undefined;
  const head = Uint8Array.of(0xff, marker, 0, 0);
  viewOf(head).setUint16(2, data.length + 2);
  return joined([head, data]);
}

/** What an APP1 with XMP begins with (XMP specification, part 3, 1.1.3). */
export const XMP_PREFIX = latin1('http://ns.adobe.com/xap/1.0/\0');
const EXIF_PREFIX = latin1('Exif\0');
const JFIF_PREFIX = latin1('JFIF\0');

/** Whether a segment holds XMP. */
export function isXmpSegment({ marker, data }: JpegSegment): boolean {
  return marker === 0xe1 && standsAt(data, 0, XMP_PREFIX);
}

/** Whether a segment has to stand before XMP: JFIF comes first, EXIF next. */
export function isBeforeXmp({ marker, data }: JpegSegment): boolean {
  return (
    (marker === 0xe0 && standsAt(data, 0, JFIF_PREFIX)) ||
    (marker === 0xe1 && standsAt(data, 0, EXIF_PREFIX))
  );
}

/** Whether a segment is a JUMBF box, in which content credentials lie (C2PA 2.2, A.3.1: APP11 with `JP`). */
export function isJumbfSegment({ marker, data }: JpegSegment): boolean {
  return marker === 0xeb && standsAt(data, 0, latin1('JP'));
}

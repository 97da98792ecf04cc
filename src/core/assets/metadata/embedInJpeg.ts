import { joined, textOfUtf8, utf8 } from './bytes';
import { withoutPrompt, type GenerationFacts } from './generationFacts';
import {
  isBeforeXmp,
  isJumbfSegment,
  isXmpSegment,
  jpegSegment,
  jpegSegments,
  XMP_PREFIX,
  type JpegSegment,
} from './jpegSegments';
import { mergedXmp, namesCredentials } from './xmpMerging';
import { xmpPacket } from './xmpPacket';

/** The facts as XMP in the head of a JPEG; `undefined` where it is none, is signed, or its own XMP takes nothing in. */
export function embedInJpeg(bytes: Uint8Array, facts: GenerationFacts): Uint8Array | undefined {
  const segments = jpegSegments(bytes);
  if (segments === undefined || segments.some(isJumbfSegment)) return undefined;
  const xmp = segments.find(isXmpSegment);
  const own = xmp && packetOf(xmp);
  if (own !== undefined && namesCredentials(own)) return undefined;
  const packetWith = (some: GenerationFacts) =>
    own === undefined ? xmpPacket(some) : mergedXmp(own, some);
  // One segment has 64 KB: of a prompt as long as a book the mark and the model still fit.
  const segment = segmentOf(packetWith(facts)) ?? segmentOf(packetWith(withoutPrompt(facts)));
  if (segment === undefined) return undefined;
  const start = xmp?.start ?? segments.findLast(isBeforeXmp)?.end ?? 2;
  return joined([bytes.subarray(0, start), segment, bytes.subarray(xmp?.end ?? start)]);
}

/** The packet of a segment that `isXmpSegment`. */
export function packetOf({ data }: JpegSegment): string {
  return textOfUtf8(data.subarray(XMP_PREFIX.length));
}

function segmentOf(packet: string | undefined): Uint8Array | undefined {
  return packet === undefined ? undefined : jpegSegment(0xe1, joined([XMP_PREFIX, utf8(packet)]));
}

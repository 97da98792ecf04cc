import { joined, textOfUtf8, utf8 } from './bytes';
import type { GenerationFacts } from './generationFacts';
import {
  endOfRiff,
  extendedHeader,
  webpChunk,
  webpChunks,
  webpFile,
  type WebpChunk,
} from './webpChunks';
import { mergedXmp, namesCredentials } from './xmpMerging';
import { xmpPacket } from './xmpPacket';

/** The facts as XMP behind the pixels of a WebP; `undefined` where it is none, is signed, or its own XMP takes nothing in. */
export function embedInWebp(bytes: Uint8Array, facts: GenerationFacts): Uint8Array | undefined {
  const chunks = webpChunks(bytes);
  if (chunks === undefined) return undefined;
  const header = extendedHeader(chunks);
  if (header === undefined || chunks.some(({ type }) => type === 'C2PA')) return undefined;
  const xmp = chunks.find(isXmpChunk);
  const own = xmp && textOfUtf8(xmp.data);
  if (own !== undefined && namesCredentials(own)) return undefined;
  const packet = own === undefined ? xmpPacket(facts) : mergedXmp(own, facts);
  if (packet === undefined) return undefined;
  const fresh = webpChunk('XMP ', utf8(packet));
  const rest = chunks.filter(({ type }) => type !== 'VP8X');
  const behind = xmp === undefined ? afterPicture(rest) : rest.indexOf(xmp);
  const file = webpFile([
    header,
    ...rest.slice(0, behind),
    fresh,
    ...rest.slice(xmp === undefined ? behind : behind + 1),
  ]);
  return joined([file, bytes.subarray(endOfRiff(bytes))]);
}

/** Whether a chunk holds XMP. */
export function isXmpChunk({ type }: WebpChunk): boolean {
  return type === 'XMP ';
}

/** XMP comes after the picture and EXIF, before what the specification does not know. */
function afterPicture(chunks: readonly WebpChunk[]): number {
  const known = ['ICCP', 'ANIM', 'ANMF', 'ALPH', 'VP8 ', 'VP8L', 'EXIF'];
  return chunks.findLastIndex(({ type }) => known.includes(type)) + 1;
}

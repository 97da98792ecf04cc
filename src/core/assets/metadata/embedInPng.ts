import { joined } from './bytes';
import { formatFacts } from './factsJson';
import type { GenerationFacts } from './generationFacts';
import { pngChunks, type PngChunk } from './pngChunks';
import { pngTextChunk, readPngText, XMP_KEYWORD, type PngText } from './pngText';
import { mergedXmp, namesCredentials } from './xmpMerging';
import { softwareOf, xmpPacket } from './xmpPacket';

/** Our keyword, under which the facts lie as JSON. The PNG specification lets anybody have keywords of their own. */
export const FACTS_KEYWORD = 'flux-assets';

/** The facts as text and XMP before the pixels of a PNG; `undefined` where it is none, or is signed. */
export function embedInPng(bytes: Uint8Array, facts: GenerationFacts): Uint8Array | undefined {
  const chunks = pngChunks(bytes);
  const pixels = chunks?.find(({ type }) => type === 'IDAT');
  if (chunks === undefined || pixels === undefined || isSigned(chunks)) return undefined;
  const texts = chunks.flatMap((chunk) => readPngText(chunk)?.keyword ?? []);
  const added = textsOf(facts).filter(({ keyword }) => !texts.includes(keyword));
  const xmp = chunks.find((chunk) => readPngText(chunk)?.keyword === XMP_KEYWORD);
  const packet = xmp === undefined ? xmpPacket(facts) : mergedPacket(xmp, facts);
  const pieces = added.map(pngTextChunk);
  if (packet !== undefined) pieces.push(pngTextChunk({ keyword: XMP_KEYWORD, text: packet }));
  const kept = (chunk: PngChunk) => packet === undefined || chunk !== xmp;
  return assembled(bytes, chunks, { pieces, before: pixels, kept });
}

/** Registered keywords (PNG, third edition, table 21) for what others can show, and our own for all. */
function textsOf(facts: GenerationFacts): readonly PngText[] {
  const { prompt } = facts;
  return [
    ...(prompt === undefined ? [] : [{ keyword: 'Description', text: prompt }]),
    { keyword: 'Software', text: softwareOf(facts) },
    { keyword: FACTS_KEYWORD, text: formatFacts(facts) },
  ];
}

function mergedPacket(xmp: PngChunk, facts: GenerationFacts): string | undefined {
  const packet = readPngText(xmp)?.text;
  return packet === undefined ? undefined : mergedXmp(packet, facts);
}

/** A manifest in the file (C2PA 2.2, A.3.2), or one elsewhere that holds the file's hash. */
function isSigned(chunks: readonly PngChunk[]): boolean {
  return chunks.some((chunk) => {
    if (chunk.type === 'caBX') return true;
    const text = readPngText(chunk);
    return text?.keyword === XMP_KEYWORD && text.text !== undefined && namesCredentials(text.text);
  });
}

function assembled(
  bytes: Uint8Array,
  chunks: readonly PngChunk[],
  change: {
    readonly pieces: readonly Uint8Array[];
    readonly before: PngChunk;
    readonly kept: (chunk: PngChunk) => boolean;
  },
): Uint8Array {
  const { pieces, before, kept } = change;
  const parts = [bytes.subarray(0, chunks[0]?.start)];
  chunks.forEach((chunk, index) => {
    if (chunk === before) parts.push(...pieces);
    // The last one goes on to the file's end: what lies behind IEND stays.
    if (kept(chunk)) parts.push(bytes.subarray(chunk.start, chunks[index + 1]?.start));
  });
  return joined(parts);
}

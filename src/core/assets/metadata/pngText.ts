import { joined, latin1, textOfLatin1, textOfUtf8, utf8 } from './bytes';
import { pngChunk, type PngChunk } from './pngChunks';

/** A text of a PNG. */
export interface PngText {
  readonly keyword: string;
  readonly text: string;
}

/** The keyword under which a PNG keeps its XMP (XMP specification, part 3, 1.1.5). */
export const XMP_KEYWORD = 'XML:com.adobe.xmp';

/**
 * A chunk with a text: `tEXt` where it is ASCII, which every reader knows, else `iTXt` (PNG, third edition, 11.3.3);
 * some readers take the Latin-1 of `tEXt` for UTF-8. XMP is always `iTXt`.
 */
export function pngTextChunk({ keyword, text }: PngText): Uint8Array {
  const clean = text.replaceAll('\0', '').replace(/\r\n?/g, '\n');
  const isPlain = keyword !== XMP_KEYWORD && /^[\n\x20-\x7e]*$/.test(clean);
  if (isPlain) return pngChunk('tEXt', joined([latin1(keyword), Uint8Array.of(0), latin1(clean)]));
  // Not compressed, no language, no translated keyword.
  const head = joined([latin1(keyword), Uint8Array.of(0, 0, 0, 0, 0)]);
  return pngChunk('iTXt', joined([head, utf8(clean)]));
}

/** The text of a chunk; its text is `undefined` where it is compressed, the whole where the chunk has none. */
export function readPngText({
  type,
  data,
}: PngChunk): { readonly keyword: string; readonly text: string | undefined } | undefined {
  if (type !== 'tEXt' && type !== 'iTXt' && type !== 'zTXt') return undefined;
  const end = data.indexOf(0);
  if (end < 1) return undefined;
  const keyword = textOfLatin1(data.subarray(0, end));
  if (type === 'tEXt') return { keyword, text: textOfLatin1(data.subarray(end + 1)) };
  if (type === 'zTXt' || data[end + 1] !== 0) return { keyword, text: undefined };
  const language = data.indexOf(0, end + 3);
  const translated = language < 0 ? -1 : data.indexOf(0, language + 1);
  if (translated < 0) return undefined;
  return { keyword, text: textOfUtf8(data.subarray(translated + 1)) };
}

import { textOfUtf8 } from './bytes';
import { packetOf } from './embedInJpeg';
import { FACTS_KEYWORD } from './embedInPng';
import { isXmpChunk } from './embedInWebp';
import { parseFacts } from './factsJson';
import { readInvokeText, readWebUiText } from './foreignText';
import type { GenerationFacts } from './generationFacts';
import { isJumbfSegment, isXmpSegment, jpegSegments } from './jpegSegments';
import type { PictureMetadata } from './pictureMetadata';
import { pngChunks, type PngChunk } from './pngChunks';
import { readPngText, XMP_KEYWORD } from './pngText';
import { webpChunks } from './webpChunks';
import { readXmp } from './xmpReading';

/** What the file says of itself, as it lies in its container. */
interface Container {
  readonly xmp?: string | undefined;
  readonly texts: ReadonlyMap<string, string>;
  readonly isSigned: boolean;
}

/** Reads what a PNG, JPEG or WebP says of how it was made: ours, XMP, and what other programs write. Never throws. */
export function readMetadata(bytes: Uint8Array): PictureMetadata {
  const container = containerOf(bytes);
  if (container === undefined) return { hasCredentials: false };
  const { texts } = container;
  const xmp = container.xmp === undefined ? undefined : readXmp(container.xmp);
  const facts = parsed(xmp?.valueOf('fluxAssets:Generation')) ?? parsed(texts.get(FACTS_KEYWORD));
  const said = {
    prompt:
      xmp?.valueOf('Iptc4xmpExt:AIPromptInformation') ??
      xmp?.valueOf('dc:description') ??
      texts.get('Description'),
    model: xmp?.valueOf('Iptc4xmpExt:AISystemUsed'),
    software: xmp?.valueOf('xmp:CreatorTool') ?? texts.get('Software'),
    digitalSourceType: xmp?.valueOf('Iptc4xmpExt:DigitalSourceType'),
  };
  return {
    ...present(said),
    ...foreign(texts),
    ...(facts === undefined ? {} : ours(facts)),
    hasCredentials: container.isSigned || xmp?.hasLocal('provenance') === true,
  };
}

function ours(facts: GenerationFacts): Omit<PictureMetadata, 'hasCredentials'> {
  const { model, prompt, seed, parameters } = facts;
  return { facts, model, parameters, ...present({ prompt, seed }) };
}

function foreign(texts: Container['texts']): Partial<PictureMetadata> {
  const webUi = texts.get('parameters');
  const invoke = texts.get('invokeai_metadata');
  return {
    ...(webUi === undefined ? {} : readWebUiText(webUi)),
    ...(invoke === undefined ? {} : readInvokeText(invoke)),
  };
}

function parsed(text: string | undefined): GenerationFacts | undefined {
  return text === undefined ? undefined : parseFacts(text);
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Without what is not there. */
function present<T extends object>(values: T): Present<T> {
  const there = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(there) as Present<T>;
}

function containerOf(bytes: Uint8Array): Container | undefined {
  const png = pngChunks(bytes);
  if (png !== undefined) return ofPng(png);
  const jpeg = jpegSegments(bytes);
  if (jpeg !== undefined) {
    const xmp = jpeg.find(isXmpSegment);
    const isSigned = jpeg.some(isJumbfSegment);
    return { xmp: xmp && packetOf(xmp), texts: new Map(), isSigned };
  }
  const webp = webpChunks(bytes);
  if (webp === undefined) return undefined;
  const xmp = webp.find(isXmpChunk);
  const isSigned = webp.some(({ type }) => type === 'C2PA');
  return { xmp: xmp && textOfUtf8(xmp.data), texts: new Map(), isSigned };
}

function ofPng(chunks: readonly PngChunk[]): Container {
  const texts = new Map<string, string>();
  for (const chunk of chunks) {
    const text = readPngText(chunk);
    if (text?.text !== undefined && !texts.has(text.keyword)) texts.set(text.keyword, text.text);
  }
  const isSigned = chunks.some(({ type }) => type === 'caBX');
  return { xmp: texts.get(XMP_KEYWORD), texts, isSigned };
}

import { crc32 } from 'node:zlib';

import exifr from 'exifr';

import { openCodecs, type Raster } from '../../src/codecs/codecs';
import type { ImageFormat } from '../../src/core/api/model';
import type { GenerationFacts } from '../../src/core/assets/metadata/generationFacts';

export const imageFormats = ['png', 'jpeg', 'webp'] as const;

export const codecs = openCodecs();

/** A small picture with some transparency. */
export function raster(width = 24, height = 16): Raster {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let index = 0; index < data.length; index += 1) data[index] = (index * 7) % 256;
  return { width, height, data };
}

export function picture(format: ImageFormat, size?: readonly [number, number]) {
  return codecs.encode(raster(...(size ?? [])), format);
}

export const facts: GenerationFacts = {
  model: 'flux-2-pro',
  provider: 'bfl',
  prompt: 'A "red" boat & <sails> — 一艘红船 🚤',
  usedPrompt: 'A red boat, rewritten',
  seed: 42,
  parameters: { width: 64, height: 64, output_format: 'png' },
};

/**
 * What a reader that is not ours finds. It knows no WebP: there the packet is carried into a JPEG; and it leaves XML's
 * entities as they are.
 */
export async function readByExifr(bytes: Uint8Array): Promise<Record<string, unknown>> {
  const readable = bytes[0] === 0x52 ? inJpeg(webpXmp(bytes)) : Buffer.from(bytes);
  const options = { xmp: true, ihdr: true, tiff: true, mergeOutput: true };
  const found: unknown = (await exifr.parse(readable, options)) ?? {};
  const text = JSON.stringify(found)
    .replaceAll('&quot;', '\\"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
  return JSON.parse(text) as Record<string, unknown>;
}

function inJpeg(packet: Buffer): Buffer {
  const data = Buffer.concat([Buffer.from('http://ns.adobe.com/xap/1.0/\0', 'latin1'), packet]);
  return Buffer.concat([Buffer.of(0xff, 0xd8), segment(0xe1, data), Buffer.of(0xff, 0xda, 0, 2)]);
}

/** A JPEG's segment. */
export function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.of(0xff, marker, 0, 0);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

/** A JPEG with further segments at the beginning. */
export function jpegWith(jpeg: Uint8Array, ...segments: readonly Buffer[]): Buffer {
  return Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);
}

/** A PNG's chunk. */
export function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length);
  frame.writeUInt32BE(crc32(typed), 4);
  return Buffer.concat([frame.subarray(0, 4), typed, frame.subarray(4)]);
}

/** A PNG with further chunks behind its header. */
export function pngWith(png: Uint8Array, ...chunks: readonly Buffer[]): Buffer {
  return Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33)]);
}

/** An uncompressed `iTXt`. */
export function itxt(keyword: string, text: string): Buffer {
  return chunk('iTXt', Buffer.from(`${keyword}\0\0\0\0\0${text}`));
}

/** A WebP with a chunk at its end. */
export function webpWith(webp: Uint8Array, type: string, data: Buffer): Buffer {
  const head = Buffer.from(`${type}\0\0\0\0`, 'latin1');
  head.writeUInt32LE(data.length, 4);
  const file = Buffer.concat([webp, head, data, Buffer.alloc(data.length % 2)]);
  file.writeUInt32LE(file.length - 8, 4);
  return file;
}

/** The types of a WebP's chunks. */
export function webpTypes(bytes: Uint8Array): readonly string[] {
  return webpParts(bytes).map(({ type }) => type);
}

function webpXmp(bytes: Uint8Array): Buffer {
  return webpParts(bytes).find(({ type }) => type === 'XMP ')?.data ?? Buffer.alloc(0);
}

function webpParts(bytes: Uint8Array): readonly { type: string; data: Buffer }[] {
  const file = Buffer.from(bytes);
  const parts = [];
  for (let at = 12; at < file.length;) {
    const length = file.readUInt32LE(at + 4);
    parts.push({
      type: file.toString('latin1', at, at + 4),
      data: file.subarray(at + 8, at + 8 + length),
    });
    at += 8 + length + (length % 2);
  }
  return parts;
}

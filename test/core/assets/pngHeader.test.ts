import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readImageHeader } from '../../../src/core/assets/imageHeader';

interface Ihdr {
  readonly length?: number;
  readonly name?: string;
  readonly width?: number;
  readonly height?: number;
  /** Bit depth, colour type, compression, filter, interlace. */
  readonly values?: readonly number[];
  readonly checksum?: number;
}

/** The first 33 bytes of a PNG. */
function png({ length = 13, name = 'IHDR', width = 4, height = 6, ...more }: Ihdr = {}): Buffer {
  const bytes = Buffer.alloc(33);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  bytes.writeUInt32BE(length, 8);
  bytes.write(name, 12);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  bytes.set(more.values ?? [8, 6, 0, 0, 0], 24);
  bytes.writeUInt32BE(more.checksum ?? crc32(bytes.subarray(12, 29)), 29);
  return bytes;
}

describe('a PNG', () => {
  it.each<readonly [string, Ihdr]>([
    ['with alpha', {}],
    ['in grey, 1 bit', { values: [1, 0, 0, 0, 0] }],
    ['in 16 bits', { values: [16, 2, 0, 0, 0] }],
    ['with a palette', { values: [4, 3, 0, 0, 0] }],
    ['interlaced', { values: [8, 4, 0, 0, 1] }],
  ])('%s', (_what, ihdr) => {
    expect(readImageHeader(png(ihdr))).toEqual({ format: 'png', width: 4, height: 6 });
  });

  it('that lies in the middle of other bytes', () => {
    const bytes = Buffer.concat([Buffer.alloc(7), png(), Buffer.alloc(9)]).subarray(7);
    expect(readImageHeader(bytes)).toMatchObject({ format: 'png' });
  });
});

describe('is no PNG', () => {
  it.each<readonly [string, Ihdr]>([
    ['of no width', { width: 0 }],
    ['of no height', { height: 0 }],
    ['wider than can be', { width: 2 ** 31 }],
    ['with a first chunk of another length', { length: 14 }],
    ['with another first chunk', { name: 'IDAT' }],
    ['as only one maker writes it', { name: 'CgBI' }],
    ['of a colour type that is none', { values: [8, 5, 0, 0, 0] }],
    ['of a depth that its colours do not have', { values: [4, 6, 0, 0, 0] }],
    ['of an unknown compression', { values: [8, 6, 1, 0, 0] }],
    ['of an unknown filter', { values: [8, 6, 0, 1, 0] }],
    ['of an unknown interlacing', { values: [8, 6, 0, 0, 2] }],
    ['with a wrong checksum', { checksum: 1 }],
  ])('%s', (_what, ihdr) => {
    expect(readImageHeader(png(ihdr))).toBeUndefined();
  });

  it.each([8, 24, 32])('cut off after %s bytes', (length) => {
    expect(readImageHeader(png().subarray(0, length))).toBeUndefined();
  });
});

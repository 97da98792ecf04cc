import { expect, test } from 'vitest';
import { openCodecs, type Raster } from '../../src/codecs/codecs';
import { resize } from '../../src/codecs/resize';
import { readImageHeader } from '../../src/core/assets/imageHeader';
import { scaleImage } from '../../src/host/assets/referenceScaling';

const codecs = openCodecs();
const globals = globalThis as { ImageData?: unknown };

/** Left half red, right half blue. */
function halves(width: number, height: number): Raster {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let index = 0; index < width * height; index += 1) {
    data.set(index % width < width / 2 ? [220, 0, 0, 255] : [0, 0, 220, 255], index * 4);
  }
  return { width, height, data };
}

/** A JPEG that says in an EXIF segment how it is to be turned. */
async function jpegTurned(raster: Raster, orientation: number): Promise<Uint8Array> {
  const jpeg = Buffer.from(await codecs.encode(raster, 'jpeg'));
  // TIFF of one entry: tag 0x0112, a SHORT, once.
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)]);
}

function redAt({ data, width }: Raster, x: number, y: number): boolean {
  const index = (y * width + x) * 4;
  return (data[index] ?? 0) > 150 && (data[index + 2] ?? 0) < 100;
}

test('a portrait that is stored lying on its side is measured and decoded upright', async () => {
  const bytes = await jpegTurned(halves(64, 32), 6);
  expect(readImageHeader(bytes)).toEqual({ format: 'jpeg', width: 32, height: 64 });
  const raster = await codecs.decode(bytes, 'jpeg');
  expect([raster.width, raster.height]).toEqual([32, 64]);
  // Turned by a quarter clockwise, what was on the left is on top.
  expect([redAt(raster, 16, 8), redAt(raster, 16, 56)]).toEqual([true, false]);
});

test.each([1, 2, 3, 4])('orientation %d keeps the sides', async (orientation) => {
  const bytes = await jpegTurned(halves(64, 32), orientation);
  expect(readImageHeader(bytes)).toMatchObject({ width: 64, height: 32 });
  expect(await codecs.decode(bytes, 'jpeg')).toMatchObject({ width: 64, height: 32 });
});

test('a reference that is scaled is sent upright, and says so of itself', async () => {
  const bytes = await jpegTurned(halves(128, 64), 6);
  const header = readImageHeader(bytes);
  if (header === undefined) throw new Error('no header');
  const sent = await scaleImage(bytes, header, { width: 32, height: 64 });
  expect(readImageHeader(sent)).toEqual({ format: 'jpeg', width: 32, height: 64 });
  const raster = await codecs.decode(sent, 'jpeg');
  expect([redAt(raster, 16, 8), redAt(raster, 16, 56)]).toEqual([true, false]);
});

test('a reference that is too heavy keeps its size and its transparency in a lighter format', async () => {
  const raster = halves(64, 32);
  raster.data[3] = 0;
  const bytes = await codecs.encode(raster, 'png');
  const header = { format: 'png', width: 64, height: 32 } as const;
  const sent = await scaleImage(bytes, header, header, 'webp');
  expect(readImageHeader(sent)).toEqual({ ...header, format: 'webp' });
  expect((await codecs.decode(sent, 'webp')).data[3]).toBe(0);
});

test.each(['png', 'jpeg', 'webp'] as const)('%s leaves no global behind', async (format) => {
  expect(globals).not.toHaveProperty('ImageData');
  const bytes = await codecs.encode(halves(32, 32), format);
  const raster = await codecs.decode(bytes, format);
  expect(await resize(raster, { width: 16, height: 16 })).toMatchObject({ width: 16, height: 16 });
  expect(globals).not.toHaveProperty('ImageData');
});

test('a global of someone else’s is neither used nor lost', async () => {
  class Foreign {
    readonly isForeign = true;
  }
  globals.ImageData = Foreign;
  try {
    for (const format of ['png', 'jpeg', 'webp'] as const) {
      const fresh = openCodecs();
      const raster = await fresh.decode(await fresh.encode(halves(32, 32), format), format);
      expect(raster).not.toBeInstanceOf(Foreign);
      expect(raster.data).toHaveLength(32 * 32 * 4);
    }
    expect(globals.ImageData).toBe(Foreign);
  } finally {
    delete globals.ImageData;
  }
});

test.each(['png', 'jpeg', 'webp'] as const)('a broken %s spoils no other', async (format) => {
  const bytes = await codecs.encode(halves(32, 32), format);
  await expect(codecs.decode(bytes.subarray(0, 20), format)).rejects.toBeDefined();
  expect(await codecs.decode(bytes, format)).toMatchObject({ width: 32, height: 32 });
  expect(globals).not.toHaveProperty('ImageData');
});

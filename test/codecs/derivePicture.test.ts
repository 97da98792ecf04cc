import { imageSize } from 'image-size';
import { expect, test } from 'vitest';
import { openAvif } from '../../src/codecs/avif';
import { openCodecs, type Raster } from '../../src/codecs/codecs';
import { openDeriving } from '../../src/codecs/derivePicture';
import type { Recipe } from '../../src/core/assets/recipe';

const codecs = openCodecs();
const avif = openAvif();
const derivePicture = openDeriving();
const globals = globalThis as { ImageData?: unknown };
const formats = ['png', 'jpeg', 'webp', 'avif'] as const;

type Pixel = readonly [number, number, number, number];
const red: Pixel = [220, 0, 0, 255];
const blue: Pixel = [0, 0, 220, 255];
const green: Pixel = [0, 160, 0, 255];
const none: Pixel = [0, 0, 0, 0];

function painted(width: number, height: number, at: (x: number, y: number) => Pixel): Raster {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) data.set(at(x, y), (y * width + x) * 4);
  return { width, height, data };
}

/** Red on the left, green in the middle half, blue on the right. */
const stripes = painted(128, 64, (x) => (x < 32 ? red : x < 96 ? green : blue));
/** A red square of half the size on nothing. */
const stamp = painted(64, 64, (x, y) => (x >= 16 && x < 48 && y >= 16 && y < 48 ? red : none));

async function made(raster: Raster, recipe: Recipe): Promise<Uint8Array> {
  return derivePicture(await codecs.encode(raster, 'png'), recipe);
}

async function seen(bytes: Uint8Array): Promise<Raster> {
  const { type } = imageSize(bytes);
  if (type === 'avif') return avif.decode(bytes);
  return codecs.decode(bytes, type === 'jpg' ? 'jpeg' : (type as 'png' | 'webp'));
}

function pixel({ data, width }: Raster, x: number, y: number): readonly number[] {
  return [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)];
}

/** Within what a format may lose. */
function expectPixel(raster: Raster, x: number, y: number, wanted: Pixel): void {
  const found = pixel(raster, x, y);
  const far = wanted.filter((value, index) => Math.abs(value - (found[index] ?? -1)) > 12);
  expect(far, `${found.join()} at ${x},${y} instead of ${wanted.join()}`).toEqual([]);
}

test.each(formats)('%s: the size asked for, the colours of the picture', async (format) => {
  const bytes = await made(stripes, { format, width: 64 });
  const type = format === 'jpeg' ? 'jpg' : format;
  expect(imageSize(bytes)).toMatchObject({ type, width: 64, height: 32 });
  const raster = await seen(bytes);
  expectPixel(raster, 6, 16, red);
  expectPixel(raster, 32, 16, green);
  expectPixel(raster, 57, 16, blue);
});

test.each(formats)('%s can be made of every format', async (format) => {
  for (const from of formats) {
    const source = await made(stripes, { format: from });
    const raster = await seen(await derivePicture(source, { format }));
    expect([raster.width, raster.height]).toEqual([128, 64]);
    expectPixel(raster, 64, 32, green);
  }
});

test('cover keeps the centre and cuts both sides alike', async () => {
  const raster = await seen(await made(stripes, { format: 'png', width: 64, height: 64 }));
  expect([raster.width, raster.height]).toEqual([64, 64]);
  for (const x of [1, 32, 62]) expectPixel(raster, x, 32, green);
});

test('contain keeps all and leaves space, transparent or white', async () => {
  const recipe = { width: 64, height: 64, fit: 'contain' } as const;
  const png = await seen(await made(stripes, { ...recipe, format: 'png' }));
  expectPixel(png, 32, 4, none);
  expectPixel(png, 4, 32, red);
  expectPixel(png, 60, 32, blue);
  const jpeg = await seen(await made(stripes, { ...recipe, format: 'jpeg' }));
  expectPixel(jpeg, 32, 4, [255, 255, 255, 255]);
  expectPixel(jpeg, 32, 32, green);
});

test('a margin stays free, filled with the colour of the edge', async () => {
  const framed = painted(64, 64, (x, y) => (Math.min(x, y, 63 - x, 63 - y) < 8 ? blue : green));
  const recipe: Recipe = {
    format: 'png',
    width: 100,
    height: 100,
    fit: 'contain',
    margin: 0.1,
    background: 'edge',
  };
  const raster = await seen(await made(framed, recipe));
  expectPixel(raster, 2, 50, blue);
  expectPixel(raster, 14, 50, blue);
  expectPixel(raster, 50, 50, green);
  const clear = await seen(await made(framed, { ...recipe, background: 'transparent' }));
  expectPixel(clear, 2, 50, none);
});

test.each(['png', 'webp', 'avif'] as const)('%s keeps what is transparent', async (format) => {
  const raster = await seen(await made(stamp, { format, width: 32 }));
  expect(pixel(raster, 2, 2)[3]).toBeLessThan(8);
  expectPixel(raster, 16, 16, red);
});

test('a JPEG gets white where the picture is transparent', async () => {
  const raster = await seen(await made(stamp, { format: 'jpeg' }));
  expectPixel(raster, 2, 2, [255, 255, 255, 255]);
  expectPixel(raster, 32, 32, red);
});

test('scaling mixes light as light, and transparent pixels have no colour', async () => {
  const checks = painted(64, 64, (x, y) =>
    (x + y) % 2 === 0 ? [255, 255, 255, 255] : [0, 0, 0, 255],
  );
  // Half the light of white is 188 in sRGB, not 128.
  expectPixel(
    await seen(await made(checks, { format: 'png', width: 16 })),
    8,
    8,
    [188, 188, 188, 255],
  );
  const greenless = painted(64, 64, (x) => (x % 2 === 0 ? red : [0, 255, 0, 0]));
  const raster = await seen(await made(greenless, { format: 'png', width: 16 }));
  expect(pixel(raster, 8, 8)[1]).toBe(0);
});

test.each(['jpeg', 'webp', 'avif'] as const)('%s: less quality, fewer bytes', async (format) => {
  const noisy = painted(96, 96, (x, y) => [
    (x * 37 + y * 91) % 256,
    (x * y) % 256,
    (x * 11) % 256,
    255,
  ]);
  const [low, high] = [
    await made(noisy, { format, quality: 20 }),
    await made(noisy, { format, quality: 90 }),
  ];
  expect(low.length).toBeLessThan(high.length * 0.6);
});

test('an icon file holds 16, 32 and 48 px, each a whole PNG', async () => {
  const bytes = await made(stamp, { format: 'ico', fit: 'contain' });
  const { type, images } = imageSize(bytes);
  expect(type).toBe('ico');
  expect(images?.map(({ width, height }) => [width, height])).toEqual([
    [16, 16],
    [32, 32],
    [48, 48],
  ]);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (const [index, side] of [16, 32, 48].entries()) {
    const [length, offset] = [
      view.getUint32(14 + 16 * index, true),
      view.getUint32(18 + 16 * index, true),
    ];
    const raster = await codecs.decode(bytes.slice(offset, offset + length), 'png');
    expect([raster.width, raster.height]).toEqual([side, side]);
    expectPixel(raster, side / 2, side / 2, red);
    expect(pixel(raster, 1, 1)[3]).toBe(0);
  }
});

test.each(formats)('%s leaves no global behind, also where the file is broken', async (format) => {
  const bytes = await made(stripes, { format });
  await expect(openDeriving()(bytes.subarray(0, 40), { format })).rejects.toBeDefined();
  await expect(
    openDeriving()(bytes.subarray(0, bytes.length / 3), { format: 'png' }),
  ).rejects.toBeDefined();
  expect(globals).not.toHaveProperty('ImageData');
});

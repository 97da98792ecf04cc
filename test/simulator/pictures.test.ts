import { describe, expect, test } from 'vitest';
import { models } from '../../src/core/api/models';
import { readImageHeader } from '../../src/core/assets/imageHeader';
import { openCodecs, type Raster } from '../../src/codecs/codecs';
import { create, imageOf, picture, poll, resultOf, simulate } from './support';

const prompt = 'A lighthouse at dusk';

/** What each model is asked, and what has to arrive. */
async function cases(): Promise<Record<string, [body: object, width: number, height: number]>> {
  const image = await imageOf(320, 256);
  const mask = await imageOf(320, 256, [0, 0, 0]);
  const sized = { prompt, width: 200, height: 136 };
  return {
    'flux-2-klein-4b': [sized, 200, 136],
    'flux-2-klein-9b': [sized, 200, 136],
    'flux-2-klein-9b-preview': [sized, 200, 136],
    'flux-2-max': [sized, 200, 136],
    'flux-2-pro': [sized, 200, 136],
    'flux-2-pro-preview': [sized, 200, 136],
    'flux-2-flex': [sized, 200, 136],
    'flux-kontext-max': [{ prompt, aspect_ratio: '16:9' }, 1392, 752],
    'flux-kontext-pro': [{ prompt, input_image: image }, 1104, 944],
    'flux-pro-1.1-ultra': [{ prompt }, 2752, 1536],
    'flux-pro-1.1': [{ prompt, width: 256, height: 288 }, 256, 288],
    'flux-pro': [{ prompt, width: 256, height: 288 }, 256, 288],
    'flux-dev': [{ prompt }, 1024, 768],
    'flux-3-image': [{ prompt, aspect_ratio: '1:1', resolution: '768sq' }, 768, 768],
    'flux-pro-1.0-fill': [{ image, mask }, 320, 256],
    'flux-pro-1.0-expand': [{ image, top: 10, left: 5, right: 6 }, 331, 266],
    'flux-tools/outpainting-v1': [{ input_image: image, width: 400, height: 300 }, 400, 300],
    'flux-tools/erase-v1': [{ image, mask }, 320, 256],
    'flux-tools/deblur-v1': [{ image }, 320, 256],
  };
}

test('every model of the catalogue delivers its size in its own format', async () => {
  const simulator = await simulate();
  const asked = await cases();
  expect(Object.keys(asked).sort()).toEqual(models.map((model) => model.id).sort());
  for (const model of models) {
    const [body = {}, width, height] = asked[model.id] ?? [];
    const bytes = await picture(simulator, model.id, { ...body });
    expect({ id: model.id, ...readImageHeader(bytes) }).toEqual({
      id: model.id,
      format: model.defaultFormat,
      width,
      height,
    });
  }
});

test.each(['png', 'jpeg', 'webp'])('%s is delivered where it is asked for', async (format) => {
  const simulator = await simulate();
  const body = { prompt, width: 96, height: 64, output_format: format };
  const bytes = await picture(simulator, 'flux-2-pro', body);
  expect(readImageHeader(bytes)).toEqual({ format, width: 96, height: 64 });
});

test.each([
  ['flux-2-pro', { prompt }, 1024, 1024],
  ['flux-pro-1.1-ultra', { prompt, aspect_ratio: '9:21' }, 1344, 3136],
  ['flux-kontext-pro', { prompt }, 1024, 1024],
  ['flux-3-image', { prompt, aspect_ratio: '16:9' }, 1376, 768],
])('%s %j is %d × %d', async (model, body, width, height) => {
  const bytes = await picture(await simulate(), model, body);
  expect(readImageHeader(bytes)).toMatchObject({ width, height });
});

test('an edit at FLUX.2 has the size of its first image, cut down to 16', async () => {
  const body = {
    prompt,
    input_image: await imageOf(300, 200),
    input_image_2: await imageOf(64, 64),
  };
  const bytes = await picture(await simulate(), 'flux-2-pro', body);
  expect(readImageHeader(bytes)).toMatchObject({ width: 288, height: 192 });
});

describe('the painting', () => {
  const body = { prompt, seed: 1, width: 160, height: 96, output_format: 'png' };

  test('depends on prompt and seed, and on nothing else', async () => {
    const paintOf = async (more: object) =>
      Buffer.from(await picture(await simulate(), 'flux-2-pro', { ...body, ...more }));
    const first = await paintOf({});
    expect((await paintOf({})).equals(first)).toBe(true);
    expect((await paintOf({ seed: 2 })).equals(first)).toBe(false);
    expect((await paintOf({ prompt: 'A forest' })).equals(first)).toBe(false);
  });

  test.each([
    ['ten thousand characters', 'x'.repeat(10_000)],
    ['emoji', '🦊🌙'],
    ['Chinese', '一只狐狸'],
  ])('is made of a prompt of %s', async (_, odd) => {
    const bytes = await picture(await simulate(), 'flux-2-pro', { ...body, prompt: odd });
    expect(readImageHeader(bytes)).toMatchObject({ width: 160, height: 96 });
  });

  test('is the same when it is downloaded again', async () => {
    const simulator = await simulate();
    const { id } = (await create(simulator, 'flux-2-pro', body)).body;
    const { sample } = resultOf(await poll(simulator, id));
    const bytes = async () => Buffer.from(await (await fetch(sample)).arrayBuffer());
    expect((await bytes()).equals(await bytes())).toBe(true);
  });

  test('says in its lower left corner that it is a placeholder', async () => {
    const { data, width, height } = await pixels('flux-2-pro', {
      ...body,
      width: 512,
      height: 512,
    });
    let white = 0;
    for (let y = height - 40; y < height; y += 1) {
      for (let x = 0; x < 200; x += 1) {
        const index = (y * width + x) * 4;
        if (Math.min(data[index] ?? 0, data[index + 1] ?? 0, data[index + 2] ?? 0) > 200)
          white += 1;
      }
    }
    expect(white).toBeGreaterThan(200);
  });
});

describe('an edit', () => {
  const red = [230, 20, 20] as const;
  const black = [0, 0, 0] as const;
  const white = [255, 255, 255] as const;

  test('keeps what the mask keeps, and repaints what it does not', async () => {
    const image = await imageOf(256, 256, red);
    const kept = await colourAt('flux-pro-1.0-fill', {
      image,
      mask: await imageOf(256, 256, black),
    });
    const painted = await colourAt('flux-pro-1.0-fill', {
      image,
      mask: await imageOf(256, 256, white),
    });
    expect(isRed(kept)).toBe(true);
    expect(isRed(painted)).toBe(false);
  });

  test('of expand puts the image between its borders', async () => {
    const image = await imageOf(256, 256, red);
    const raster = await pixels('flux-pro-1.0-expand', { image, left: 100, output_format: 'png' });
    expect(isRed(at(raster, 228, 128))).toBe(true);
    expect(isRed(at(raster, 50, 128))).toBe(false);
  });

  test('of FLUX.2 looks different with another reference', async () => {
    const size = { prompt, seed: 1, width: 128, height: 128, output_format: 'png' };
    const [dark, light] = [await imageOf(128, 128, black), await imageOf(128, 128, white)];
    const first = await pixels('flux-2-pro', { ...size, input_image: dark });
    const second = await pixels('flux-2-pro', { ...size, input_image: light });
    const lightness = (raster: Raster) => at(raster, 64, 64).reduce((sum, value) => sum + value, 0);
    expect(lightness(second) - lightness(first)).toBeGreaterThan(200);
  });

  async function colourAt(model: string, body: object): Promise<readonly number[]> {
    return at(await pixels(model, { ...body, output_format: 'png' }), 128, 64);
  }
});

async function pixels(model: string, body: object): Promise<Raster> {
  return openCodecs().decode(await picture(await simulate(), model, { ...body }), 'png');
}

function at({ data, width }: Raster, x: number, y: number): readonly number[] {
  return [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)];
}

function isRed([red = 0, green = 0, blue = 0]: readonly number[]): boolean {
  return red > 220 && green < 30 && blue < 30;
}

import { expect, test } from 'vitest';
import { modelOf, models } from '../../../src/core/api/models';
import type { PixelSize } from '../../../src/core/assets/size';
import { costOf } from '../../../src/core/money/cost';
import { askedShape } from '../../../src/core/needed/askedShape';
import {
  LEAST_PIXELS,
  planNeeded,
  type Drawing,
  type WantedImage,
} from '../../../src/core/needed/neededPlan';

function plan(wanted: WantedImage, drawing: Partial<Drawing> & { readonly id?: string } = {}) {
  const { id = 'flux-2-pro', ...rest } = drawing;
  return planNeeded(wanted, {
    model: modelOf(id),
    dialect: 'source',
    outputFormat: 'auto',
    ...rest,
  });
}

const small = { width: 64, height: 64 };
/** As small as anything is drawn. */
const least = { width: 512, height: 512 };

test.each([
  ['/a/hero.png', 'png'],
  ['/a/hero.jpg', 'jpeg'],
  ['/a/hero.JPEG', 'jpeg'],
  ['/a/hero.webp', 'webp'],
])('%s of a size that the model draws is the paid file itself', (path, output_format) => {
  expect(plan({ path, ...least })).toEqual({
    path,
    size: least,
    parameters: { ...least, output_format },
  });
});

test('what is small is made of a picture that is drawn well', () => {
  expect(plan({ path: '/a/icon.webp', ...small })).toEqual({
    path: '/a/icon.webp',
    size: small,
    parameters: { ...least, output_format: 'png' },
    recipe: { format: 'webp', ...small, fit: 'cover' },
  });
  expect(plan({ path: '/a/x.png', width: 300, height: 100 }).parameters).toMatchObject({
    width: 896,
    height: 304,
  });
});

const sizes = [
  small,
  { width: 16, height: 16 },
  { width: 480, height: 320 },
  { width: 900, height: 10 },
];

test.each(
  (['source', 'relay'] as const).flatMap((dialect) =>
    models
      .filter(({ parameters }) => parameters.some(({ name }) => name === 'width'))
      .map((model) => [model.id, dialect, model] as const),
  ),
)('by the price list of %s at %s that costs the same', (_id, dialect, model) => {
  for (const size of sizes) {
    const [own, larger] = [0, LEAST_PIXELS].map(
      (pixels) => askedShape(model, dialect, size, pixels).drawn,
    );
    const cost = (pixels: PixelSize | undefined) =>
      pixels && costOf(model, { dialect, pixels, inputs: [] }).cost;
    expect(larger).toBeDefined();
    expect(cost(larger)).toBe(cost(own));
  }
});

test('without a size the model’s own is taken', () => {
  expect(plan({ path: '/a/hero.png' })).toEqual({
    path: '/a/hero.png',
    parameters: { output_format: 'png' },
  });
});

test('another size is cut from the next larger picture', () => {
  expect(plan({ path: '/a/card.jpg', width: 1200, height: 630 })).toEqual({
    path: '/a/card.jpg',
    size: { width: 1200, height: 630 },
    parameters: { width: 1200, height: 640, output_format: 'png' },
    recipe: { format: 'jpeg', width: 1200, height: 630, fit: 'cover' },
  });
});

test('AVIF is made from a PNG, or from what the person has set', () => {
  const wanted = { path: '/a/hero.avif', ...small };
  const recipe = { format: 'avif', ...small, fit: 'cover' };
  expect(plan(wanted)).toMatchObject({ parameters: { ...least, output_format: 'png' }, recipe });
  expect(plan(wanted, { outputFormat: 'webp' })).toMatchObject({ parameters: least, recipe });
  expect(plan(wanted, { outputFormat: 'webp' }).parameters).not.toHaveProperty('output_format');
});

test('a model that delivers one format alone has the others made from it', () => {
  expect(plan({ path: '/a/hero.png' }, { id: 'flux-3-image' })).toEqual({
    path: '/a/hero.png',
    parameters: {},
  });
  expect(plan({ path: '/a/hero.webp' }, { id: 'flux-3-image' })).toEqual({
    path: '/a/hero.webp',
    parameters: {},
    recipe: { format: 'webp' },
  });
});

test('a model that takes ratios alone has the exact size made from its picture', () => {
  const wanted = { path: '/a/hero.png', width: 600, height: 400 };
  expect(plan(wanted, { id: 'flux-kontext-pro' })).toEqual({
    path: '/a/hero.png',
    size: { width: 600, height: 400 },
    parameters: { aspect_ratio: '3:2', output_format: 'png' },
    recipe: { format: 'png', width: 600, height: 400, fit: 'cover' },
  });
});

test('an icon file holds its usual sizes, or the one that is asked for', () => {
  expect(plan({ path: '/favicon.ico', purpose: 'icon' })).toEqual({
    path: '/favicon.ico',
    parameters: { ...least, output_format: 'png' },
    recipe: { format: 'ico' },
  });
  expect(plan({ path: '/favicon.ico', width: 32, height: 32 })).toEqual({
    path: '/favicon.ico',
    size: { width: 32, height: 32 },
    parameters: { ...least, output_format: 'png' },
    recipe: { format: 'ico', width: 32, height: 32 },
  });
  expect(plan({ path: '/favicon.ico', width: 512, height: 512 }).size?.width).toBe(256);
});

test.each(['/a/logo.svg', '/a/anim.gif'])('%s becomes a PNG beside it', (path) => {
  expect(plan({ path, ...least })).toEqual({
    path: path.replace(/\w+$/, 'png'),
    size: least,
    parameters: { ...least, output_format: 'png' },
  });
});

test.each([
  ['an Open Graph picture', { purpose: 'og-image' }, [1200, 630]],
  ['an Open Graph picture of a width', { purpose: 'og-image', width: 600 }, [600, 315]],
  ['an Open Graph picture of a height', { purpose: 'og-image', height: 315 }, [600, 315]],
  ['a width alone', { width: 300 }, [300, 300]],
  ['a height alone', { height: 300 }, [300, 300]],
  ['parts of px', { width: 99.6, height: 0.2 }, [100, 1]],
] as const)('the size of %s', (_what, more, [width, height]) => {
  expect(plan({ path: '/a/x.png', ...more }).size).toEqual({ width, height });
});

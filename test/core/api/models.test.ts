import { describe, expect, it } from 'vitest';
import type { Model, NumberParameter } from '../../../src/core/api/model';
import { findModel, modelOf, models, modelsAt } from '../../../src/core/api/models';
import { otherModel } from '../../../src/core/api/models/flux2';

const pageOrder = [
  ...['flux-2-klein-4b', 'flux-2-klein-9b', 'flux-2-max', 'flux-2-pro', 'flux-2-flex'],
  ...['flux-kontext-max', 'flux-kontext-pro', 'flux-pro-1.1-ultra', 'flux-pro-1.1', 'flux-pro'],
  'flux-dev',
];
const others = [
  ...['flux-2-pro-preview', 'flux-2-klein-9b-preview', 'flux-3-image'],
  ...['flux-pro-1.0-fill', 'flux-pro-1.0-expand'],
  ...['flux-tools/outpainting-v1', 'flux-tools/erase-v1', 'flux-tools/deblur-v1'],
];

function numberOf(id: string, name: string): NumberParameter | undefined {
  return modelOf(id).parameters.find(
    (parameter): parameter is NumberParameter =>
      parameter.name === name && (parameter.kind === 'integer' || parameter.kind === 'number'),
  );
}

function row(id: string): Model {
  const model = findModel(id);
  if (model === undefined) throw new Error(`no row ${id}`);
  return model;
}

describe('the catalogue against the relay’s page', () => {
  /** The page's table 3, Width/Height Ranges; its last three rows: aspect ratio instead of a size. */
  const sizes = [
    ['flux-2-flex', 64, undefined, 32],
    ['flux-2-pro', 64, undefined, 32],
    ['flux-2-max', 64, undefined, 32],
    ['flux-pro-1.1', 256, 1440, 32],
    ['flux-dev', 256, 1440, 32],
  ] as const;
  const ratioModels = ['flux-pro-1.1-ultra', 'flux-kontext-pro', 'flux-kontext-max'];

  it.each(sizes)('%s: %s ≤ x ≤ %s, a multiple of %s', (id, min, max, step) => {
    for (const side of ['width', 'height']) {
      const size = numberOf(id, side);
      expect([size?.min, size?.max, size?.step?.relay]).toEqual([min, max, step]);
      expect(row(id).assumed).not.toContain(side);
    }
  });

  it.each(ratioModels)('%s: no width and height, the page’s aspect ratios', (id) => {
    expect(numberOf(id, 'width')).toBeUndefined();
    expect(numberOf(id, 'height')).toBeUndefined();
    expect(row(id).parameters.find((one) => one.kind === 'ratio')).toMatchObject({
      name: 'aspect_ratio',
      values: ['1:1', '16:9', '21:9', '3:2', '2:3', '4:5', '5:4', '3:4', '4:3', '9:16', '9:21'],
    });
  });

  it.each([
    ['flux-2-klein-4b', 'flux-2-pro'],
    ['flux-2-klein-9b', 'flux-2-pro'],
    ['flux-pro', 'flux-pro-1.1'],
  ])('%s, which the table leaves out, has the size of %s, marked assumed', (id, like) => {
    expect(numberOf(id, 'width')).toEqual(numberOf(like, 'width'));
    expect(numberOf(id, 'height')).toEqual(numberOf(like, 'height'));
    expect(row(id).assumed).toEqual(expect.arrayContaining(['width', 'height']));
  });

  it('lists the page’s models first, in its order', () => {
    expect(models.map((model) => model.id)).toEqual([...pageOrder, ...others]);
  });
});

describe('the steps of a size', () => {
  it.each(pageOrder.filter((id) => id.startsWith('flux-2')))(
    '%s takes any at the source, with a hint at 16',
    (id) => {
      expect(numberOf(id, 'width')?.step).toEqual({ source: 1, relay: 32, hint: 16 });
    },
  );

  it.each(['flux-pro-1.1', 'flux-dev', 'flux-pro'])('%s wants 32 everywhere', (id) => {
    expect(numberOf(id, 'height')?.step).toEqual({ source: 32, relay: 32 });
  });
});

it('the ends of every size lie on its steps, so that the nearest valid one is within them', () => {
  for (const model of models) {
    for (const parameter of model.parameters) {
      if (!('step' in parameter)) continue;
      const { min = 0, max = 0, step } = parameter;
      for (const one of [step.source, step.relay]) expect([min % one, max % one]).toEqual([0, 0]);
    }
  }
});

describe('what no public document of the source holds', () => {
  it('flux-pro: as dev, with its own defaults and an interval', () => {
    expect(numberOf('flux-pro', 'steps')).toMatchObject({ min: 1, max: 50, default: 40 });
    expect(numberOf('flux-pro', 'guidance')).toMatchObject({ min: 1.5, max: 5, default: 2.5 });
    expect(numberOf('flux-pro', 'interval')).toMatchObject({ min: 1, max: 4, default: 2 });
  });

  it('flux-3-image: ratio, resolution, tolerance to 4, grounding, ten images, and nothing else', () => {
    const model = row('flux-3-image');
    expect(model.strict).toBe(true);
    expect(model.parameters.map((parameter) => parameter.name)).toEqual([
      'aspect_ratio',
      'resolution',
      'safety_tolerance',
      'grounding',
    ]);
    expect(numberOf(model.id, 'safety_tolerance')?.max).toBe(4);
    expect(model.references).toMatchObject({ array: true, required: 0 });
    expect(model.references.fields).toEqual(Array.from({ length: 10 }, () => 'images'));
    expect(model.defaultFormat).toBe('png');
  });

  it('outpainting: a canvas, an offset, and strict', () => {
    const model = row('flux-tools/outpainting-v1');
    expect(model).toMatchObject({ strict: true, prompt: 'optional', defaultFormat: 'png' });
    expect(model.references).toMatchObject({ fields: ['input_image'], required: 1 });
    expect(numberOf(model.id, 'width')).toMatchObject({ min: 64, required: true });
    expect(numberOf(model.id, 'height')).toMatchObject({ min: 64, required: true });
    const names = model.parameters.map((parameter) => parameter.name);
    expect(names).toEqual(
      expect.arrayContaining(['reference_offset_x', 'reference_offset_y', 'auto_crop', 'mode']),
    );
  });

  it('erase and deblur: no prompt', () => {
    expect(row('flux-tools/erase-v1').references).toMatchObject({
      fields: ['image', 'mask'],
      required: 2,
    });
    expect(numberOf('flux-tools/erase-v1', 'dilate_pixels')).toMatchObject({
      max: 25,
      default: 10,
    });
    expect(row('flux-tools/deblur-v1').references).toMatchObject({
      fields: ['image'],
      required: 1,
    });
    expect(row('flux-tools/erase-v1').prompt).toBe('none');
    expect(row('flux-tools/deblur-v1').prompt).toBe('none');
  });
});

describe('lists of models', () => {
  it('the relay: the page’s eleven, then the others, not confirmed', () => {
    const listed = modelsAt('openai-hk');
    expect(listed.map(({ model }) => model.id)).toEqual([...pageOrder, ...others]);
    expect(listed.filter(({ confirmed }) => confirmed).map(({ model }) => model.id)).toEqual(
      pageOrder,
    );
  });

  it('the source: all, and only flux-pro is not confirmed', () => {
    const listed = modelsAt('bfl');
    expect(listed).toHaveLength(models.length);
    expect(listed.filter(({ confirmed }) => !confirmed).map(({ model }) => model.id)).toEqual([
      'flux-pro',
    ]);
  });

  it.each(['demo', 'custom'] as const)('%s: all, confirmed', (provider) => {
    expect(modelsAt(provider)).toEqual(models.map((model) => ({ model, confirmed: true })));
  });
});

describe('a model by its id', () => {
  it('is the row, or FLUX.2’s shape', () => {
    expect(findModel('flux-9-giga')).toBeUndefined();
    expect(modelOf('flux-dev')).toBe(findModel('flux-dev'));
    const other = modelOf('flux-9-giga');
    expect(other).toEqual(otherModel('flux-9-giga'));
    expect(other).toMatchObject({
      id: 'flux-9-giga',
      family: 'flux-2',
      confirmed: { bfl: false, relay: false },
    });
    expect(other.parameters).toEqual(row('flux-2-pro').parameters);
  });

  it('lets only six tasks of flux-kontext-max run', () => {
    expect(models.filter((model) => model.maxActiveTasks !== undefined)).toEqual([
      expect.objectContaining({ id: 'flux-kontext-max', maxActiveTasks: 6 }),
    ]);
  });
});

describe('the largest reference, in px', () => {
  it.each([
    ['flux-2-pro', 2048 * 2048],
    ['flux-2-klein-4b', 2048 * 2048],
    ['flux-3-image', 4096 * 4096],
    ['flux-kontext-max', 20_000_000],
    ['flux-pro-1.0-fill', 20_000_000],
    ['flux-pro-1.0-expand', 20_000_000],
    ['flux-tools/outpainting-v1', 20_000_000],
    ['flux-tools/erase-v1', 20_000_000],
    ['flux-tools/deblur-v1', 2048 * 2048],
    ['a-model-of-tomorrow', 2048 * 2048],
  ])('of %s is %d', (id, pixels) => {
    expect(modelOf(id).references.maxPixels).toBe(pixels);
  });
});

import { describe, expect, test } from 'vitest';
import { create, imageOf, poll, simulate } from './support';

/** What is sent to which model, and the first problem that is named. */
const refusals: readonly [model: string, body: unknown, problem: object][] = [
  ['flux-2-pro', {}, { loc: ['body', 'prompt'], msg: 'Field required', type: 'missing' }],
  ['flux-2-pro', { prompt: '' }, { loc: ['body', 'prompt'], type: 'string_too_short' }],
  ['flux-2-pro', { prompt: 5 }, { loc: ['body', 'prompt'], type: 'string_type' }],
  [
    'flux-2-pro',
    { prompt: 'x', width: 63 },
    {
      loc: ['body', 'width'],
      msg: 'Input should be greater than or equal to 64',
      type: 'greater_than_equal',
    },
  ],
  ['flux-2-pro', { prompt: 'x', width: 0 }, { type: 'greater_than_equal' }],
  ['flux-2-pro', { prompt: 'x', width: 100.5 }, { type: 'int_from_float' }],
  ['flux-2-pro', { prompt: 'x', width: 'wide' }, { type: 'int_parsing' }],
  ['flux-2-pro', { prompt: 'x', width: 4096, height: 1040 }, { type: 'value_error' }],
  ['flux-2-pro', { prompt: 'x', safety_tolerance: 6 }, { type: 'less_than_equal' }],
  ['flux-2-pro', { prompt: 'x', disable_pup: 'yes' }, { type: 'bool_type' }],
  ['flux-2-pro', { prompt: 'x', input_image: 5 }, { loc: ['body', 'input_image'] }],
  [
    'flux-2-pro',
    { prompt: 'x', output_format: 'gif' },
    { msg: "Input should be 'jpeg', 'png' or 'webp'", type: 'enum' },
  ],
  ['flux-2-flex', { prompt: 'x', guidance: 11 }, { loc: ['body', 'guidance'] }],
  ['flux-dev', { prompt: 'x', width: 1000 }, { type: 'multiple_of' }],
  ['flux-dev', { prompt: 'x', width: 1472 }, { type: 'less_than_equal' }],
  ['flux-kontext-pro', { prompt: 'x', aspect_ratio: '3:1' }, { loc: ['body', 'aspect_ratio'] }],
  ['flux-kontext-pro', { prompt: 'x', aspect_ratio: 'wide' }, { type: 'value_error' }],
  ['flux-3-image', { prompt: 'x', seed: 1 }, { loc: ['body', 'seed'], type: 'extra_forbidden' }],
  ['flux-3-image', { prompt: 'x', resolution: '8k' }, { type: 'enum' }],
  ['flux-3-image', { prompt: 'x', images: [5] }, { loc: ['body', 'images', 0] }],
  ['flux-3-image', { prompt: 'x', images: Array(11).fill('a') }, { type: 'too_long' }],
  ['flux-pro-1.0-fill', {}, { loc: ['body', 'image'], type: 'missing' }],
  ['flux-pro-1.0-expand', { image: 'aGk=' }, { loc: ['body'], type: 'value_error' }],
  ['flux-tools/outpainting-v1', { input_image: 'aGk=', height: 64 }, { loc: ['body', 'width'] }],
  ['flux-tools/erase-v1', { image: 'aGk=' }, { loc: ['body', 'mask'], type: 'missing' }],
];

describe('a body that the service refuses', () => {
  test.each(refusals)('%s %j', async (model, body, problem) => {
    const simulator = await simulate();
    const answer = await create(simulator, model, body);
    expect(answer.status).toBe(422);
    expect(answer.body['detail']).toEqual([expect.objectContaining(problem)]);
    expect(simulator.charges).toEqual([]);
  });

  test('names every problem', async () => {
    const simulator = await simulate();
    const answer = await create(simulator, 'flux-2-pro', { width: 1, height: 1 });
    expect(answer.body['detail']).toMatchObject([
      { loc: ['body', 'prompt'] },
      { loc: ['body', 'width'] },
      { loc: ['body', 'height'] },
    ]);
  });

  test('is not JSON, or not an object', async () => {
    const simulator = await simulate();
    expect(await create(simulator, 'flux-2-pro', '{"prompt":')).toMatchObject({
      status: 422,
      body: { detail: [{ loc: ['body', 0], type: 'json_invalid' }] },
    });
    expect((await create(simulator, 'flux-2-pro', '[]')).status).toBe(422);
  });
});

test.each([
  ['flux-2-pro', { prompt: 'x', width: null, seed: null, unheard_of: 1 }],
  ['flux-2-pro', { prompt: 'x', width: 1000, height: 65 }],
  ['flux-kontext-pro', { prompt: 'x', aspect_ratio: '21:9' }],
  ['flux-kontext-pro', { prompt: 'x', aspect_ratio: '7:4' }],
  ['flux-3-image', { prompt: 'x', version: 'latest', grounding: false }],
])('%s takes %j', async (model, body) => {
  expect((await create(await simulate(), model, body)).status).toBe(200);
});

test('an unknown model is Not Found, and a GET of a known one not allowed', async () => {
  const simulator = await simulate();
  expect(await create(simulator, 'flux-9', { prompt: 'x' })).toMatchObject({
    status: 404,
    body: { detail: 'Not Found' },
  });
  expect((await fetch(`${simulator.baseUrl}/flux-2-pro`)).status).toBe(405);
});

test('an image that is none makes its task fail, with 422 and for nothing', async () => {
  const simulator = await simulate();
  const body = { prompt: 'x', input_image: Buffer.from('no image').toString('base64') };
  const created = await create(simulator, 'flux-2-pro', body);
  expect(created.status).toBe(200);
  expect(await poll(simulator, created.body['id'])).toMatchObject({
    status: 422,
    body: { status: 'Error', details: { error: 'Invalid or corrupted image input' } },
  });
  expect(simulator.charges).toEqual([]);
});

test('FLUX 3 answers an image that is too small with 400', async () => {
  const simulator = await simulate();
  const body = { prompt: 'x', images: [await imageOf(128, 512)] };
  expect((await create(simulator, 'flux-3-image', body)).status).toBe(400);
});

test('outpainting refuses an image larger than its canvas, unless it may crop', async () => {
  const simulator = await simulate();
  const body = { input_image: await imageOf(128, 128), width: 256, height: 64 };
  const refused = await create(simulator, 'flux-tools/outpainting-v1', body);
  expect(refused).toMatchObject({ status: 422, body: { detail: expect.any(String) as string } });
  const cropping = { ...body, auto_crop: true };
  expect((await create(simulator, 'flux-tools/outpainting-v1', cropping)).status).toBe(200);
});

import { describe, expect, it } from 'vitest';
import { modelOf } from '../../../src/core/api/models';
import { withoutImages } from '../../../src/core/api/references';
import { checkRequest, requestBody } from '../../../src/core/api/request';
import { providerOf } from '../../support/fluxClient';

const bfl = providerOf('bfl');

function problems(
  id: string,
  parameters: Record<string, unknown>,
  { provider = bfl, prompt = 'a fox', referenceCount = 0 } = {},
) {
  return checkRequest(modelOf(id), provider.dialect, { prompt, parameters, referenceCount });
}

describe('reference images', () => {
  const tooMany = (max: number) => [{ field: 'references', kind: 'too-many-references', max }];
  const tooFew = (required: number) => [
    { field: 'references', kind: 'too-few-references', required },
  ];

  it.each([
    ['flux-2-pro', 8],
    ['flux-2-klein-9b', 4],
    ['flux-kontext-max', 4],
    ['flux-dev', 1],
    ['flux-3-image', 10],
  ])('%s takes %s and no more', (id, max) => {
    expect(problems(id, {}, { referenceCount: max })).toEqual([]);
    expect(problems(id, {}, { referenceCount: max + 1 })).toEqual(tooMany(max));
  });

  it.each([
    ['flux-pro-1.0-fill', {}, 1],
    ['flux-tools/erase-v1', {}, 2],
    ['flux-tools/deblur-v1', {}, 1],
    ['flux-tools/outpainting-v1', { width: 512, height: 512 }, 1],
  ])('%s %j needs %s', (id, parameters, required) => {
    expect(problems(id, parameters, { referenceCount: required })).toEqual([]);
    expect(problems(id, parameters, { referenceCount: required - 1 })).toEqual(tooFew(required));
  });

  it('given directly as text count too', () => {
    const image = 'aGk=';
    expect(problems('flux-dev', { image_prompt: image })).toEqual([]);
    expect(problems('flux-dev', { image_prompt: image }, { referenceCount: 1 })).toEqual(
      tooMany(1),
    );
    expect(problems('flux-tools/erase-v1', { mask: image }, { referenceCount: 1 })).toEqual([]);
    expect(problems('flux-pro-1.0-fill', { mask: image })).toEqual(tooFew(1));
    expect(problems('flux-3-image', { images: [image, image] }, { referenceCount: 9 })).toEqual(
      tooMany(10),
    );
  });

  it.each([
    ['flux-2-pro', 'input_image', 5],
    ['flux-2-pro', 'input_image', ['aGk=']],
    ['flux-2-pro', 'input_image', ' '],
    ['flux-3-image', 'images', [5]],
  ])('%s %s = %j is no image', (id, field, value) => {
    expect(problems(id, { [field]: value })).toEqual([{ field, kind: 'not-text' }]);
  });
});

describe('the body', () => {
  const body = (
    id: string,
    parameters: Record<string, unknown>,
    references: string[] = [],
    prompt = 'a fox',
  ) =>
    requestBody(modelOf(id), { prompt, parameters, referenceCount: references.length }, references);

  it('holds the prompt, what is set, and the images under the model’s names', () => {
    expect(
      body('flux-2-pro', { width: 512, seed: 0, disable_pup: false }, ['QQ==', 'Qg==', 'Qw==']),
    ).toEqual({
      ...{ prompt: 'a fox', width: 512, seed: 0, disable_pup: false },
      ...{ input_image: 'QQ==', input_image_2: 'Qg==', input_image_3: 'Qw==' },
    });
    expect(body('flux-dev', {}, ['QQ=='])).toEqual({ prompt: 'a fox', image_prompt: 'QQ==' });
    expect(body('flux-pro-1.0-fill', {}, ['QQ==', 'Qg=='])).toEqual({
      ...{ prompt: 'a fox', image: 'QQ==', mask: 'Qg==' },
    });
  });

  it('sends images as bare base64, URLs as they are', () => {
    expect(body('flux-kontext-pro', {}, ['data:image/png;base64,QQ=='])).toEqual({
      ...{ prompt: 'a fox', input_image: 'QQ==' },
    });
    expect(
      body('flux-kontext-pro', {
        input_image: 'data:image/png;base64,QQ==',
        input_image_2: 'https://example.com/a.png',
      }),
    ).toEqual({
      ...{ prompt: 'a fox', input_image: 'QQ==', input_image_2: 'https://example.com/a.png' },
    });
  });

  it('fills the fields that are not given directly', () => {
    expect(body('flux-2-pro', { input_image: 'Wg==' }, ['QQ=='])).toEqual({
      ...{ prompt: 'a fox', input_image: 'Wg==', input_image_2: 'QQ==' },
    });
  });

  it('sends FLUX 3 an array, if there is any image', () => {
    expect(body('flux-3-image', {}, ['QQ==', 'Qg=='])).toEqual({
      ...{ prompt: 'a fox', images: ['QQ==', 'Qg=='] },
    });
    const [first, second] = ['data:image/png;base64,Wg==', 'data:image/webp;base64,QQ=='];
    expect(body('flux-3-image', { images: first }, [second])).toEqual({
      ...{ prompt: 'a fox', images: ['Wg==', 'QQ=='] },
    });
    expect(body('flux-3-image', {})).toEqual({ prompt: 'a fox' });
  });

  it('has a prompt only where the model takes one', () => {
    expect(body('flux-tools/deblur-v1', {}, ['QQ=='])).toEqual({ image: 'QQ==' });
    expect(body('flux-pro-1.0-fill', {}, ['QQ=='], ' ')).toEqual({ image: 'QQ==' });
  });

  it('keeps a field called __proto__ a field', () => {
    const parameters = JSON.parse('{"__proto__": {"width": 1}}') as Record<string, unknown>;
    const sent = body('flux-2-pro', parameters);
    expect(Object.keys(sent)).toEqual(['prompt', '__proto__']);
    expect(sent['width']).toBeUndefined();
  });
});

describe('what is kept of the parameters', () => {
  it.each([
    ['flux-2-pro', { width: 512, input_image: 'QQ==', input_image_8: 'QQ==' }, { width: 512 }],
    ['flux-pro-1.0-fill', { seed: 7, image: 'QQ==', mask: 'QQ==' }, { seed: 7 }],
    ['flux-3-image', { resolution: '2k', images: ['QQ=='] }, { resolution: '2k' }],
    ['flux-2-pro', { mask: 'not of this model' }, { mask: 'not of this model' }],
  ])('of %s %j is %j', (id, parameters, kept) => {
    expect(withoutImages(modelOf(id), parameters)).toEqual(kept);
  });
});

import { describe, expect, it } from 'vitest';
import { modelOf, models } from '../../../src/core/api/models';
import { checkRequest, requestBody } from '../../../src/core/api/request';
import { providerOf } from '../../support/fluxClient';

const bfl = providerOf('bfl');
const relay = providerOf('openai-hk');

function problems(
  id: string,
  parameters: Record<string, unknown>,
  { provider = bfl, prompt = 'a fox', referenceCount = 0 } = {},
) {
  return checkRequest(modelOf(id), provider.dialect, { prompt, parameters, referenceCount });
}

describe('the prompt', () => {
  it.each(['', '  \n\t'])('%j is asked for', (prompt) => {
    const expected = [{ field: 'prompt', kind: 'required' }];
    expect(problems('flux-2-pro', {}, { prompt })).toEqual(expected);
    expect(problems('flux-dev', {}, { prompt })).toEqual(expected);
    expect(problems('flux-pro-1.0-fill', {}, { prompt, referenceCount: 1 })).toEqual([]);
    expect(problems('flux-tools/deblur-v1', {}, { prompt, referenceCount: 1 })).toEqual([]);
  });

  it.each(['x'.repeat(10_000), '🦊🌲', '一只狐狸', '../../CON'])(
    'goes verbatim: %.20s',
    (prompt) => {
      expect(problems('flux-2-pro', {}, { prompt })).toEqual([]);
      const request = { prompt, parameters: {}, referenceCount: 0 };
      expect(requestBody(modelOf('flux-2-pro'), request, [])).toEqual({ prompt });
    },
  );

  it('that is no text is refused, not thrown at', () => {
    expect(problems('flux-2-pro', {}, { prompt: 7 as unknown as string })).toEqual([
      { field: 'prompt', kind: 'not-text' },
    ]);
  });
});

describe('numbers', () => {
  it.each([
    ['flux-2-pro', { width: 63 }, { kind: 'too-small', min: 64, nearest: 64 }],
    ['flux-dev', { width: 255 }, { kind: 'too-small', min: 256, nearest: 256 }],
    ['flux-dev', { width: 1441 }, { kind: 'too-large', max: 1440, nearest: 1440 }],
    ['flux-dev', { width: 1000 }, { kind: 'off-step', step: 32, nearest: 992 }],
    ['flux-pro-1.1', { width: 1435 }, { kind: 'off-step', step: 32, nearest: 1440 }],
    ['flux-2-pro', { width: '64' }, { kind: 'not-a-number' }],
    ['flux-2-pro', { width: NaN }, { kind: 'not-a-number' }],
    ['flux-2-pro', { width: Infinity }, { kind: 'not-a-number' }],
    ['flux-2-pro', { width: 64.5 }, { kind: 'not-an-integer' }],
    ['flux-2-pro', { safety_tolerance: 6 }, { kind: 'too-large', max: 5, nearest: 5 }],
    ['flux-3-image', { safety_tolerance: 5 }, { kind: 'too-large', max: 4, nearest: 4 }],
    ['flux-dev', { guidance: 1.4 }, { kind: 'too-small', min: 1.5, nearest: 1.5 }],
    [
      'flux-2-pro',
      { seed: 2 ** 60 },
      { kind: 'too-large', max: Number.MAX_SAFE_INTEGER, nearest: Number.MAX_SAFE_INTEGER },
    ],
  ])('%s %j', (id, parameters, problem) => {
    const [field] = Object.keys(parameters);
    expect(problems(id, parameters)).toEqual([{ field, ...problem }]);
  });

  it('fit at the ends of their ranges', () => {
    const ends = { width: 256, height: 1440, steps: 50, guidance: 1.5, safety_tolerance: 6 };
    expect(problems('flux-dev', ends)).toEqual([]);
    expect(problems('flux-2-pro', { width: 64, height: 4097, seed: -1 })).toEqual([]);
  });

  it.each(['bfl', 'demo', 'custom'] as const)('FLUX.2 takes any size from 64 at %s', (id) => {
    expect(problems('flux-2-pro', { width: 65 }, { provider: providerOf(id) })).toEqual([]);
  });

  it('every sized model goes in steps of 32 at the relay', () => {
    const sized = models.filter((model) => model.parameters.some(({ name }) => name === 'width'));
    expect(sized.length).toBeGreaterThan(10);
    for (const model of sized) {
      const parameters = { width: 1000, height: 1024 };
      const referenceCount = model.references.required;
      expect(problems(model.id, parameters, { provider: relay, referenceCount })).toEqual([
        { field: 'width', kind: 'off-step', step: 32, nearest: 992 },
      ]);
    }
    expect(problems('flux-2-pro', { width: 30 }, { provider: relay })).toEqual([
      { field: 'width', kind: 'too-small', min: 64, nearest: 64 },
    ]);
  });

  it('that the model cannot do without are asked for', () => {
    expect(problems('flux-tools/outpainting-v1', { width: 512 }, { referenceCount: 1 })).toEqual([
      { field: 'height', kind: 'required' },
    ]);
  });

  it('at least one side of expand is above 0', () => {
    const none = {
      field: 'top',
      kind: 'none-positive',
      fields: ['top', 'bottom', 'left', 'right'],
    };
    const image = { referenceCount: 1 };
    expect(problems('flux-pro-1.0-expand', {}, image)).toEqual([none]);
    expect(problems('flux-pro-1.0-expand', { top: 0, left: 0 }, image)).toEqual([none]);
    expect(problems('flux-pro-1.0-expand', { left: 1 }, image)).toEqual([]);
    expect(problems('flux-pro-1.0-expand', { left: 2049 }, image)).toEqual([
      { field: 'left', kind: 'too-large', max: 2048, nearest: 2048 },
    ]);
  });
});

describe('flags, choices and ratios', () => {
  const ratios = ['1:1', '16:9', '21:9', '3:2', '2:3', '4:5', '5:4', '3:4', '4:3', '9:16', '9:21'];

  it.each([
    ['flux-2-pro', { disable_pup: 'true' }, { kind: 'not-a-flag' }],
    ['flux-2-pro', { output_format: 'gif' }, { kind: 'not-a-choice' }],
    ['flux-2-pro', { output_format: 3 }, { kind: 'not-a-choice' }],
    ['flux-kontext-pro', { aspect_ratio: 1.5 }, { kind: 'not-text' }],
    ['flux-kontext-pro', { aspect_ratio: '22:9' }, { kind: 'ratio-out-of-range' }],
    ['flux-kontext-pro', { aspect_ratio: '9:22' }, { kind: 'ratio-out-of-range' }],
    ['flux-kontext-pro', { aspect_ratio: '0:1' }, { kind: 'ratio-out-of-range' }],
    ['flux-kontext-pro', { aspect_ratio: '1:0' }, { kind: 'ratio-out-of-range' }],
    ['flux-kontext-pro', { aspect_ratio: '1.5:1' }, { kind: 'ratio-out-of-range' }],
    ['flux-kontext-pro', { aspect_ratio: 'wide' }, { kind: 'ratio-out-of-range' }],
    ['flux-3-image', { aspect_ratio: '9:20' }, { kind: 'not-a-choice' }],
  ])('%s %j', (id, parameters, problem) => {
    const [field] = Object.keys(parameters);
    expect(problems(id, parameters)).toEqual([expect.objectContaining({ field, ...problem })]);
  });

  it.each([...ratios, '7:3', '3:7', '70:30', '17:10'])('%s fits at the source', (ratio) => {
    expect(problems('flux-pro-1.1-ultra', { aspect_ratio: ratio })).toEqual([]);
  });

  it('the relay takes the ratios of its page and no others', () => {
    for (const ratio of ratios) {
      expect(problems('flux-kontext-pro', { aspect_ratio: ratio }, { provider: relay })).toEqual(
        [],
      );
    }
    expect(problems('flux-kontext-pro', { aspect_ratio: '17:10' }, { provider: relay })).toEqual([
      { field: 'aspect_ratio', kind: 'not-a-choice', values: ratios },
    ]);
  });
});

describe('fields that are not the model’s', () => {
  const notTaken = (field: string, model: string) => [{ field, kind: 'not-taken', model }];

  it.each([
    ['flux-2-pro', 'steps', 20],
    ['flux-2-klein-4b', 'disable_pup', true],
    ['flux-kontext-pro', 'width', 512],
    ['flux-3-image', 'seed', 1],
    ['flux-3-image', 'nobody_knows', 1],
    ['flux-dev', 'prompt', 'twice'],
    ['flux-dev', 'input_image', 'aGk='],
    ['flux-2-pro', 'webhook_url', 'https://example.com'],
    ['flux-9-giga', 'webhook_secret', 'x'],
  ])('%s does not take %s', (id, field, value) => {
    expect(problems(id, { [field]: value })).toEqual(notTaken(field, id));
  });

  it('pass where only the service can know them', () => {
    expect(problems('flux-2-pro', { user: 'me', transparent_bg: true })).toEqual([]);
    expect(problems('flux-3-image', { version: 'latest' })).toEqual([]);
    expect(problems('flux-9-giga', { steps: 20 })).toEqual([]);
  });

  it('are no matter while they are unset', () => {
    const parameters = { width: undefined, seed: null, steps: undefined, webhook_url: null };
    expect(problems('flux-2-pro', parameters)).toEqual([]);
    const request = { prompt: 'a fox', parameters, referenceCount: 0 };
    expect(requestBody(modelOf('flux-2-pro'), request, [])).toEqual({ prompt: 'a fox' });
  });
});

import { describe, expect, it } from 'vitest';
import { draftValuesOf } from '../../../src/core/api/draftValues';
import { models, modelOf } from '../../../src/core/api/models';
import { parametersFromDraft } from '../../../src/core/api/request';

describe('draftValuesOf', () => {
  it('gives numbers and choices as they would be typed', () => {
    const values = draftValuesOf(modelOf('flux-2-flex'), {
      width: 640,
      guidance: 4.5,
      output_format: 'webp',
      seed: 0,
    });
    expect(values).toEqual({ width: '640', guidance: '4.5', output_format: 'webp', seed: '0' });
  });

  it('turns a switch that means the opposite of its field', () => {
    expect(draftValuesOf(modelOf('flux-2-pro'), { disable_pup: true })).toEqual({
      disable_pup: false,
    });
  });

  it('leaves out what the model has no field for', () => {
    const parameters = { width: 640, image_prompt: 'aGVsbG8=', seed: undefined };
    expect(draftValuesOf(modelOf('flux-kontext-pro'), parameters)).toEqual({});
  });

  it.each(models.map((model) => [model.id, model] as const))(
    'comes back as it went, for %s',
    (_, model) => {
      const parameters = Object.fromEntries<unknown>(
        model.parameters.map((parameter): [string, unknown] => {
          switch (parameter.kind) {
            case 'flag':
              return [parameter.name, !parameter.default];
            case 'choice':
            case 'ratio':
              return [parameter.name, parameter.values[0]];
            default:
              return [parameter.name, parameter.min ?? 7];
          }
        }),
      );
      expect(parametersFromDraft(model, draftValuesOf(model, parameters))).toEqual(parameters);
    },
  );
});

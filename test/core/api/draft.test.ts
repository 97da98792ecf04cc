import { describe, expect, it } from 'vitest';
import { modelOf } from '../../../src/core/api/models';
import { checkRequest, parametersFromDraft } from '../../../src/core/api/request';

function parameters(id: string, values: Record<string, string | boolean>) {
  return parametersFromDraft(modelOf(id), values);
}

describe('what a person typed, as the API’s parameters', () => {
  it('turns text into numbers and leaves out what is unset', () => {
    expect(
      parameters('flux-dev', {
        width: ' 512 ',
        height: '',
        steps: ' ',
        guidance: '3.5',
        seed: '-7',
      }),
    ).toEqual({ width: 512, guidance: 3.5, seed: -7 });
  });

  it.each(['abc', '3,5', '0x10', '1 2', 'Infinity'])('leaves %j for the check', (text) => {
    const taken = parameters('flux-2-pro', { width: text });
    expect(taken).toEqual({ width: text });
    const request = { prompt: 'a fox', parameters: taken, referenceCount: 0 };
    expect(checkRequest(modelOf('flux-2-pro'), 'source', request)).toEqual([
      { field: 'width', kind: 'not-a-number' },
    ]);
  });

  it('turns the switch round that means the opposite of its field', () => {
    expect(parameters('flux-2-pro', { disable_pup: false })).toEqual({ disable_pup: true });
    expect(parameters('flux-2-pro', { disable_pup: true })).toEqual({});
  });

  it('does not send a flag that is the default anyway', () => {
    expect(parameters('flux-2-flex', { prompt_upsampling: true })).toEqual({});
    expect(parameters('flux-2-flex', { prompt_upsampling: false })).toEqual({
      prompt_upsampling: false,
    });
    expect(parameters('flux-pro-1.1-ultra', { raw: false })).toEqual({});
    expect(parameters('flux-pro-1.1-ultra', { raw: true, aspect_ratio: '1:1' })).toEqual({
      ...{ raw: true, aspect_ratio: '1:1' },
    });
  });

  it('forgets what belongs to other models', () => {
    expect(parameters('flux-2-pro', { steps: '20', raw: true, output_format: 'png' })).toEqual({
      output_format: 'png',
    });
  });
});

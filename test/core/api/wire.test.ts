import { describe, expect, it } from 'vitest';
import { reasonOf, reasonOfDetails } from '../../../src/core/api/reasons';
import { parseCreated, parseCredits, parsePolled } from '../../../src/core/api/wire';

describe('the answer to a POST', () => {
  it('of FLUX.2: the id, where to poll, and the cost', () => {
    const pollingUrl = 'https://api.eu2.bfl.ai/v1/get_result?id=2fa25140';
    expect(
      parseCreated({
        ...{ id: '2fa25140', polling_url: pollingUrl },
        ...{ cost: 4.5, input_mp: 0, output_mp: 1.98 },
      }),
    ).toEqual({
      id: '2fa25140',
      pollingUrl,
      cost: 4.5,
      inputMegapixels: 0,
      outputMegapixels: 1.98,
    });
  });

  it('of the relay’s FLUX.1: the id alone', () => {
    expect(parseCreated({ id: '9dd30d68' })).toEqual({ id: '9dd30d68' });
  });

  it('counts what is null or of a wrong type as absent', () => {
    const odd = { id: 17, polling_url: null, cost: 'much', input_mp: null, output_mp: [] };
    expect(parseCreated(odd)).toEqual({ id: '17' });
  });

  it.each([undefined, null, 'ok', [], {}, { id: '' }, { id: null }, { task: '1' }])(
    '%j names no task',
    (json) => {
      expect(parseCreated(json)).toBeUndefined();
    },
  );
});

describe('the answer to a poll', () => {
  it('of the service’s page', () => {
    expect(
      parsePolled({
        ...{ id: 'f5295e95', status: 'Ready', progress: null, details: null },
        result: { sample: 'https://x/a.jpeg', prompt: 'a fox', seed: 42, duration: 4.2 },
        cost: 4.5,
      }),
    ).toEqual({
      ...{ status: 'Ready', details: null },
      finished: { sample: 'https://x/a.jpeg', prompt: 'a fox', seed: 42, cost: 4.5 },
    });
  });

  it.each([
    [{ status: 'Pending' }, { status: 'Pending' }],
    [{ state: 'Generating', result: null }, { status: 'Generating' }],
    [{ status: null, state: 'Generating' }, { status: 'Generating' }],
    [{ status: 'Ready', result: {} }, { status: 'Ready' }],
    [{ status: 'Ready', result: { sample: '' } }, { status: 'Ready' }],
    [{ status: 'Ready', result: 'here' }, { status: 'Ready' }],
    [
      { status: 'Napping', progress: 0.25 },
      { status: 'Napping', progress: 0.25 },
    ],
    [
      { status: 'Pending', progress: 25 },
      { status: 'Pending', progress: 0.25 },
    ],
    [
      { status: 'Pending', progress: 1 },
      { status: 'Pending', progress: 1 },
    ],
    [
      { status: 'Pending', progress: 100 },
      { status: 'Pending', progress: 1 },
    ],
    [{ status: 'Pending', progress: -1 }, { status: 'Pending' }],
    [{ status: 'Pending', progress: 101 }, { status: 'Pending' }],
    [{ status: 'Pending', progress: '5' }, { status: 'Pending' }],
  ])('%j', (json, task) => {
    expect(parsePolled(json)).toEqual({ details: undefined, ...task });
  });

  it.each([undefined, null, 'ok', [], {}, { status: 404 }, { detail: 'Not Found' }])(
    '%j names no status',
    (json) => {
      expect(parsePolled(json)).toBeUndefined();
    },
  );
});

describe('the balance', () => {
  it('is a number of credits', () => {
    expect(parseCredits({ credits: 1013.5 })).toBe(1013.5);
    expect(parseCredits({ credits: '5' })).toBeUndefined();
    expect(parseCredits(undefined)).toBeUndefined();
  });
});

describe('the service’s reason', () => {
  const required = { loc: ['body', 'prompt'], msg: 'Field required', type: 'missing' };

  it.each([
    [{ detail: 'Insufficient credits' }, { reason: 'Insufficient credits' }],
    [{ detail: [required] }, { fields: [{ field: 'prompt', message: 'Field required' }] }],
    [
      { detail: [{ loc: ['body', 'images', 0], msg: 'too small' }, { msg: 'and more' }] },
      {
        fields: [
          { field: 'images.0', message: 'too small' },
          { field: '', message: 'and more' },
        ],
      },
    ],
    [{ detail: ['plain', 5] }, { fields: [{ field: '', message: 'plain' }] }],
    [{ detail: [] }, {}],
    [{ detail: required }, { fields: [{ field: 'prompt', message: 'Field required' }] }],
    [{ message: 'no such model' }, { reason: 'no such model' }],
    [{ error: 'rate_limit_exceeded' }, { reason: 'rate_limit_exceeded' }],
    [{ error: { message: '无效的令牌', type: 'x' } }, { reason: '无效的令牌' }],
    [{ error: 'short', message: 'the long one' }, { reason: 'the long one' }],
    ['just text', { reason: 'just text' }],
    [{ anything: 1 }, {}],
    [null, {}],
  ])('%j', (json, reason) => {
    expect(reasonOf(json, JSON.stringify(json))).toEqual(reason);
  });

  it('is a short text that is no page', () => {
    expect(reasonOf(undefined, ' upstream connect error \n')).toEqual({
      reason: 'upstream connect error',
    });
    expect(reasonOf(undefined, '<html><h1>502</h1></html>')).toEqual({});
    expect(reasonOf(undefined, 'x'.repeat(301))).toEqual({});
    expect(reasonOf(undefined, '')).toEqual({});
  });

  it.each([
    [{ 'Moderation Reasons': ['Sexual Content', 'Violence'] }, 'Sexual Content, Violence'],
    [{ 'Moderation Reasons': 'Safety Filter' }, 'Safety Filter'],
    ['Derivative Works Filter', 'Derivative Works Filter'],
    [{ error: 'Invalid or corrupted image input' }, 'Invalid or corrupted image input'],
    [{ message: 'worker lost' }, 'worker lost'],
    [{ code: 7 }, '{"code":7}'],
    [{}, undefined],
    [null, undefined],
    [undefined, undefined],
    ['', undefined],
  ])('of a task: %j', (details, reason) => {
    expect(reasonOfDetails(details)).toBe(reason);
  });
});

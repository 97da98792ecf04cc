import { describe, expect, it } from 'vitest';
import type { Failure } from '../../../src/core/api/failure';
import { modelOf } from '../../../src/core/api/models';
import { TransportError } from '../../../src/core/api/transport';
import { reset } from '../../support/fakeTransport';
import { failureOf, key, providerOf, testClient } from '../../support/fluxClient';
import { body, created, model, post } from '../../support/creation';

describe('a request that is taken', () => {
  it.each([
    ['bfl', 'https://api.bfl.ai/v1/flux-2-pro', { 'x-key': key }],
    [
      'openai-hk',
      'https://api.openai-hk.com/bfl/v1/flux-2-pro',
      { authorization: `Bearer ${key}` },
    ],
    ['custom', 'https://flux.example.com/v1/flux-2-pro', { authorization: `Bearer ${key}` }],
    ['demo', 'http://127.0.0.1:4100/v1/flux-2-pro', {}],
  ] as const)('goes to %s as it wants it', async (id, url, auth) => {
    const { answer, requests } = post([created], { provider: providerOf(id) });
    expect(await answer).toEqual({ id: 'task-1', cost: 3 });
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({ method: 'POST', url, body: JSON.stringify(body) });
    expect(requests[0]?.headers).toEqual({
      ...{ accept: 'application/json', 'content-type': 'application/json' },
      ...auth,
    });
  });

  it('is logged without its prompt and the key', async () => {
    const { answer, lines } = post([created]);
    await answer;
    expect(lines).toEqual(['debug POST api.bfl.ai/v1/flux-2-pro 200 in 0 ms']);
  });

  it('goes to a path of several parts', async () => {
    const { client, wait, requests } = testClient([created]);
    await client.create(modelOf('flux-tools/erase-v1'), {}, wait);
    expect(requests[0]?.url).toBe('https://api.bfl.ai/v1/flux-tools/erase-v1');
  });
});

describe('an answer that ends it, after one POST', () => {
  const detail = 'as the service says';
  const outcomes: readonly [number, Partial<Failure>][] = [
    [301, { code: 'server', charged: 'unknown' }],
    [307, { code: 'server', charged: 'unknown' }],
    [400, { code: 'invalid-request', charged: 'no' }],
    [401, { code: 'auth', charged: 'no' }],
    [402, { code: 'insufficient-credits', charged: 'no' }],
    [403, { code: 'auth', charged: 'no' }],
    [404, { code: 'invalid-request', charged: 'no', detail: 'unknown-model' }],
    [405, { code: 'invalid-request', charged: 'no' }],
    [408, { code: 'network', charged: 'unknown' }],
    [413, { code: 'invalid-request', charged: 'no' }],
    [422, { code: 'invalid-request', charged: 'no' }],
    [500, { code: 'server', charged: 'unknown' }],
    [502, { code: 'server', charged: 'unknown' }],
    [503, { code: 'server', charged: 'unknown' }],
    [504, { code: 'server', charged: 'unknown' }],
  ];

  it.each(outcomes)('HTTP %s', async (status, outcome) => {
    const headers = { location: 'https://evil.com/', 'retry-after': '1' };
    const { answer, requests } = post([{ status, headers, body: { detail } }, created]);
    expect(await failureOf(answer)).toEqual({ ...outcome, httpStatus: status, reason: detail });
    expect(requests).toHaveLength(1);
  });

  it.each([
    ['a page', '<html>welcome</html>'],
    ['nothing', ''],
    ['no id', { polling_url: 'https://api.bfl.ai/v1/get_result?id=1' }],
    ['null', 'null'],
  ])('HTTP 200 with %s', async (_what, answerBody) => {
    const { answer, requests } = post([{ status: 200, body: answerBody }, created]);
    expect(await failureOf(answer)).toEqual({
      ...{ code: 'server', charged: 'unknown', detail: 'not-json', httpStatus: 200 },
    });
    expect(requests).toHaveLength(1);
  });

  it('names the fields of a 422', async () => {
    const errors = [{ loc: ['body', 'width'], msg: 'Input should be >= 64', type: 'ge' }];
    const { answer } = post([{ status: 422, body: { detail: errors } }]);
    await expect(answer).rejects.toThrow('invalid-request: width: Input should be >= 64');
    expect((await failureOf(answer)).fields).toEqual([
      { field: 'width', message: 'Input should be >= 64' },
    ]);
  });

  it.each([
    ['broken after it was sent', reset(), 'read ECONNRESET'],
    ['broken within the answer', { status: 200, body: '{"id":', then: 'break' }, 'read ECONNRESET'],
    ['broken by something unheard of', undefined, 'the script is empty'],
    [
      'broken with the key in its words',
      new TransportError(`bad header ${key}`, true),
      'bad header ***',
    ],
  ] as const)('%s', async (_what, step, cause) => {
    const script = step === undefined ? [] : [step, created];
    const { answer, requests } = post(script);
    expect(await failureOf(answer)).toEqual({ code: 'network', charged: 'unknown', cause });
    expect(requests).toHaveLength(1);
  });

  it.each(['hang', { status: 200, body: '{"id"', then: 'hang' }] as const)(
    'none within half a minute: %j',
    async (step) => {
      const { answer, requests, clock } = post([step, created]);
      const started = clock.now();
      const cause = 'nothing was heard in time';
      expect(await failureOf(answer)).toEqual({ code: 'network', charged: 'unknown', cause });
      expect(requests).toHaveLength(1);
      expect(clock.now() - started).toBe(30_000);
    },
  );

  it('gives a long body time to go out', async () => {
    const { client, wait, clock } = testClient(['hang']);
    const started = clock.now();
    const image = 'A'.repeat(1_000_000);
    await failureOf(client.create(model, { prompt: 'a fox', input_image: image }, wait));
    expect(clock.now() - started).toBeGreaterThanOrEqual(40_000);
  });

  it('lets a POST under way end though the deadline passes', async () => {
    const { client, wait, clock } = testClient(['hang']);
    const started = clock.now();
    const failure = failureOf(client.create(model, body, { ...wait, deadline: started + 1000 }));
    expect((await failure).code).toBe('network');
    expect(clock.now() - started).toBe(30_000);
  });
});

describe('what cannot be sent', () => {
  it('a request without a key', async () => {
    for (const id of ['bfl', 'openai-hk', 'custom'] as const) {
      const { answer, requests } = post([created], { provider: providerOf(id), key: '' });
      expect(await failureOf(answer)).toEqual({ code: 'auth', charged: 'no', detail: 'no-key' });
      expect(requests).toHaveLength(0);
    }
  });

  it.each(['two\nlines', 'ｆｕｌｌ', 'a b'])(
    'the key %j, which no header can carry',
    async (bad) => {
      const { answer, requests } = post([created], { key: bad });
      expect(await failureOf(answer)).toEqual({ code: 'auth', charged: 'no' });
      expect(requests).toHaveLength(0);
    },
  );

  it.each(['../credits', 'a/../b', 'a?b', 'a#b', '', '/a', 'a b', 'https://evil.com'])(
    'the model id %j',
    async (id) => {
      const { client, wait, requests } = testClient([created]);
      expect(await failureOf(client.create(modelOf(id), body, wait))).toEqual({
        ...{ code: 'invalid-request', charged: 'no', detail: 'unknown-model' },
      });
      expect(requests).toHaveLength(0);
    },
  );

  it('a body that JSON cannot hold', async () => {
    const { client, wait, requests } = testClient([created]);
    const failure = await failureOf(client.create(model, { prompt: 'a fox', big: 1n }, wait));
    expect(failure).toMatchObject({ code: 'invalid-request', charged: 'no' });
    expect(requests).toHaveLength(0);
  });

  it('anything before the simulator runs', async () => {
    const provider = { ...providerOf('demo'), baseUrl: '' };
    const { answer } = post([created], { provider });
    expect(await failureOf(answer)).toMatchObject({ charged: 'no', detail: 'bad-base-url' });
  });
});

it('the key is in no message and no log line, though the service repeats it', async () => {
  const detail = [{ loc: ['body', key], msg: `bad key ${key}` }];
  for (const answerBody of [{ error: { message: `Incorrect key: ${key}` } }, { detail }]) {
    const { answer, lines } = post([{ status: 401, body: answerBody }]);
    const failure = await failureOf(answer);
    expect(JSON.stringify([failure, lines])).not.toContain(key);
    expect(JSON.stringify(failure)).toContain('***');
  }
  const { answer, lines } = post([reset()]);
  await failureOf(answer);
  expect(lines).toEqual([
    'debug POST api.bfl.ai/v1/flux-2-pro failed: TransportError: read ECONNRESET in 0 ms',
  ]);
});

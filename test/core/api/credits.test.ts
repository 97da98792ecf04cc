import { describe, expect, it } from 'vitest';
import { settled } from '../../support/fakeClock';
import type { Step } from '../../support/fakeTransport';
import { neverConnected } from '../../support/fakeTransport';
import { failureOf, key, providerOf, testClient } from '../../support/fluxClient';

function ask(script: readonly Step[], options: Parameters<typeof testClient>[1] = {}) {
  const test = testClient(script, options);
  return { ...test, answer: test.client.credits(test.wait) };
}

const balance = { body: { credits: 1013.5 } };

describe('the balance', () => {
  it.each([
    ['bfl', 'https://api.bfl.ai/v1/credits', { 'x-key': key }],
    ['custom', 'https://flux.example.com/v1/credits', { authorization: `Bearer ${key}` }],
  ] as const)('is asked for at %s with the key', async (id, url, auth) => {
    const { answer, requests } = ask([balance], { provider: providerOf(id) });
    expect(await answer).toBe(1013.5);
    expect(requests[0]).toMatchObject({ method: 'GET', url, headers: auth });
  });

  it.each(['openai-hk', 'demo'] as const)('is not asked for at %s', async (id) => {
    const { answer, requests } = ask([balance], { provider: providerOf(id) });
    expect(await answer).toBeUndefined();
    expect(requests).toHaveLength(0);
  });

  it('is unknown where there is no such route', async () => {
    expect(await ask([{ status: 404 }]).answer).toBeUndefined();
  });

  it.each([
    [401, 'auth'],
    [402, 'insufficient-credits'],
    [403, 'auth'],
    [400, 'server'],
    [302, 'server'],
  ] as const)('HTTP %s is %s', async (httpStatus, code) => {
    const { answer, requests } = ask([{ status: httpStatus, body: { detail: 'no' } }]);
    expect(await failureOf(answer)).toEqual({ code, charged: 'no', httpStatus, reason: 'no' });
    expect(requests).toHaveLength(1);
  });

  it.each<readonly [string, Step, object]>([
    ['429', { status: 429 }, { code: 'rate-limited', httpStatus: 429 }],
    ['503', { status: 503 }, { code: 'server', httpStatus: 503 }],
    ['not JSON', { body: '<html>' }, { code: 'server', detail: 'not-json', httpStatus: 200 }],
    ['no connection', neverConnected(), { code: 'network', cause: 'connect ECONNREFUSED' }],
    ['silence', 'hang', { code: 'network', cause: 'nothing was heard in time' }],
  ])('is asked for again, until the deadline: %s', async (_what, step, outcome) => {
    expect(await ask([step, step, balance]).answer).toBe(1013.5);
    const { answer, clock, wait } = ask([step]);
    expect(await failureOf(answer)).toEqual({ charged: 'no', ...outcome });
    expect(clock.now()).toBeLessThanOrEqual(wait.deadline);
  });

  it('needs a key', async () => {
    const { answer, requests } = ask([balance], { key: '' });
    expect(await failureOf(answer)).toEqual({ code: 'auth', charged: 'no', detail: 'no-key' });
    expect(requests).toHaveLength(0);
  });

  it.each<readonly [string, Step]>([
    ['a request', 'hang'],
    ['a wait', { status: 503 }],
  ])('can be canceled in %s', async (_what, step) => {
    const { answer, cancel, clock } = ask([step], { auto: false });
    await settled();
    cancel();
    expect(await failureOf(answer)).toEqual({ code: 'canceled', charged: 'no' });
    expect(clock.pending).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { settled } from '../../support/fakeClock';
import type { Step } from '../../support/fakeTransport';
import { neverConnected } from '../../support/fakeTransport';
import { failureOf, testClient } from '../../support/fluxClient';
import { body, created, model, post } from '../../support/creation';

describe('a connection that was never made', () => {
  const cause = 'connect ECONNREFUSED';

  it('is tried again', async () => {
    const { answer, requests } = post([neverConnected(), neverConnected(), created]);
    expect(await answer).toMatchObject({ id: 'task-1' });
    const [first = 0, ...later] = requests.map(({ at }) => at);
    expect(later.map((at) => at - first)).toEqual([375, 375 + 750]);
  });

  it('is given up after some tries, with nothing spent', async () => {
    const { answer, requests } = post([neverConnected()]);
    expect(await failureOf(answer)).toEqual({ code: 'network', charged: 'no', cause });
    expect(requests).toHaveLength(4);
  });

  it('is not tried beyond the deadline', async () => {
    const { client, wait, clock, requests } = testClient([neverConnected()]);
    const deadline = clock.now() + 1000;
    const failure = await failureOf(client.create(model, body, { ...wait, deadline }));
    expect(failure).toEqual({ code: 'network', charged: 'no', cause });
    expect(requests).toHaveLength(2);
  });
});

describe('429', () => {
  const busy = (retryAfter?: string): Step => ({
    status: 429,
    body: { detail: 'Too many active tasks' },
    ...(retryAfter !== undefined && { headers: { 'retry-after': retryAfter } }),
  });

  it.each([
    ['seconds', '7', 7000],
    ['a date', 'Thu, 01 Jan 2026 00:00:09 GMT', 9000],
    ['garbage', 'soon', 375],
    ['nothing', undefined, 375],
  ])('with %s for Retry-After is waited out', async (_what, header, ms) => {
    const { answer, requests } = post([busy(header), created]);
    expect(await answer).toMatchObject({ id: 'task-1' });
    const [first, second] = requests;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBe(ms);
  });

  it('until the deadline', async () => {
    const { answer, requests, clock, wait } = post([busy('30')]);
    expect(await failureOf(answer)).toEqual({
      ...{ code: 'rate-limited', charged: 'no', httpStatus: 429 },
      reason: 'Too many active tasks',
    });
    expect(requests).toHaveLength(10);
    expect(clock.now()).toBeLessThan(wait.deadline);
  });

  it('followed by what may have been taken is not repeated', async () => {
    const { answer, requests } = post([busy('1'), { status: 503, body: '' }, created]);
    expect(await failureOf(answer)).toMatchObject({ code: 'server', charged: 'unknown' });
    expect(requests).toHaveLength(2);
  });
});

describe('a cancellation', () => {
  it('before the POST costs nothing and sends nothing', async () => {
    const { client, wait, cancel, requests } = testClient([created]);
    cancel();
    const failure = await failureOf(client.create(model, body, wait));
    expect(failure).toEqual({ code: 'canceled', charged: 'no' });
    expect(requests).toHaveLength(0);
  });

  it('within the POST wakes at once, and nobody knows what it costs', async () => {
    const { answer, cancel, clock } = post(['hang'], { auto: false });
    await settled();
    const started = clock.now();
    cancel();
    expect(await failureOf(answer)).toEqual({ code: 'canceled', charged: 'unknown' });
    expect(clock.now()).toBe(started);
    expect(clock.pending).toBe(0);
  });

  it('within its answer too', async () => {
    const { answer, cancel } = post([{ body: '{"id"', then: 'hang' }], { auto: false });
    await settled();
    cancel();
    expect(await failureOf(answer)).toEqual({ code: 'canceled', charged: 'unknown' });
  });

  it('between two tries wakes at once and costs nothing', async () => {
    const script = [{ status: 429, headers: { 'retry-after': '60' } }, created];
    const { answer, cancel, clock, requests } = post(script, { auto: false });
    await settled();
    cancel();
    expect(await failureOf(answer)).toEqual({ code: 'canceled', charged: 'no' });
    expect(requests).toHaveLength(1);
    expect(clock.pending).toBe(0);
  });
});

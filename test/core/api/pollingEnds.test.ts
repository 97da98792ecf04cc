import { describe, expect, it } from 'vitest';
import type { Failure } from '../../../src/core/api/failure';
import { settled } from '../../support/fakeClock';
import type { FakeAnswer, Step } from '../../support/fakeTransport';
import { neverConnected } from '../../support/fakeTransport';
import { failureOf, providerOf, testClient } from '../../support/fluxClient';
import { finished, pending, poll, ready, task } from '../../support/readyTask';

describe('a task that fails', () => {
  const reasons = { 'Moderation Reasons': ['Violence', 'Self Harm'] };
  const ends: readonly [string, object, Partial<Failure>, 'no' | 'unknown'][] = [
    [
      'Request Moderated',
      { details: reasons },
      { code: 'request-moderated', reason: 'Violence, Self Harm' },
      'no',
    ],
    [
      'Content Moderated',
      { details: 'Derivative Works Filter' },
      { code: 'content-moderated', reason: 'Derivative Works Filter' },
      'no',
    ],
    ['Content Moderated', { details: null }, { code: 'content-moderated' }, 'no'],
    [
      'Error',
      { details: { error: 'Invalid or corrupted image input' } },
      { code: 'task-failed', reason: 'Invalid or corrupted image input' },
      'no',
    ],
    ['Failed', {}, { code: 'task-failed' }, 'no'],
    ['Ready', { result: null }, { code: 'task-failed', detail: 'no-sample' }, 'unknown'],
    ['Ready', { result: {} }, { code: 'task-failed', detail: 'no-sample' }, 'unknown'],
  ];

  describe.each([200, 422, 503])('with HTTP %s', (httpStatus) => {
    it.each(ends)('%s %j', async (status, more, outcome, atSource) => {
      for (const id of ['bfl', 'openai-hk', 'custom', 'demo'] as const) {
        const charged = id === 'bfl' ? atSource : 'unknown';
        const step = { status: httpStatus, body: { id: 'task-1', status, ...more } };
        const { answer, requests } = poll([pending, step, ready], { provider: providerOf(id) });
        expect(await failureOf(answer)).toEqual({
          ...{ taskId: 'task-1', httpStatus, charged, ...outcome },
        });
        expect(requests).toHaveLength(2);
      }
    });
  });
});

describe('a poll that is refused', () => {
  it.each([
    [301, 'server'],
    [302, 'server'],
    [307, 'server'],
    [400, 'server'],
    [401, 'auth'],
    [402, 'insufficient-credits'],
    [403, 'auth'],
    [405, 'server'],
    [422, 'server'],
  ] as const)('HTTP %s: the task is there, and perhaps paid', async (status, code) => {
    const headers = { location: 'https://evil.com/' };
    const { answer, requests } = poll([{ status, headers, body: { detail: 'no' } }, ready]);
    expect(await failureOf(answer)).toEqual({
      ...{ code, charged: 'unknown', taskId: 'task-1', httpStatus: status, reason: 'no' },
    });
    expect(requests).toHaveLength(1);
  });

  it('counts by HTTP where the status is none of a task', async () => {
    const body = { status: 'error', message: 'no such key' };
    const { answer, heard } = poll([{ status: 401, body }, ready]);
    expect(await failureOf(answer)).toMatchObject({ code: 'auth', reason: 'no such key' });
    expect(heard).toEqual([]);
  });

  it('without a key', async () => {
    const { answer, requests } = poll([ready], { key: '' });
    expect(await failureOf(answer)).toEqual({
      ...{ code: 'auth', charged: 'unknown', detail: 'no-key', taskId: 'task-1' },
    });
    expect(requests).toHaveLength(0);
  });
});

describe('a task that is not there', () => {
  it.each<readonly [string, FakeAnswer]>([
    ['HTTP 404', { status: 404, body: { detail: 'Not Found' } }],
    ['HTTP 410', { status: 410 }],
    ['Task not found', { status: 200, body: { status: 'Task not found' } }],
    ['both', { status: 404, body: { status: 'Task not found' } }],
  ])('%s: may come within 15 s', async (_what, missing) => {
    const late = Array.from({ length: 14 }, () => missing);
    const { answer, heard } = poll([...late, ready]);
    expect(await answer).toEqual(finished);
    expect(heard).toEqual([['Ready']]);
    const gone = poll([missing]);
    const started = gone.clock.now();
    const failure = await failureOf(gone.answer);
    expect(failure).toMatchObject({ code: 'task-not-found', charged: 'unknown', taskId: 'task-1' });
    expect(gone.clock.now() - started).toBeGreaterThanOrEqual(15_000);
    expect(gone.clock.now() - started).toBeLessThan(20_000);
  });
});

describe('the deadline', () => {
  it.each<readonly [string, Step]>([
    ['a task that runs on', pending],
    ['a status that nobody knows', { body: { status: 'Dreaming' } }],
    ['a server that is down', { status: 503 }],
    ['a server that is silent', 'hang'],
    ['a long Retry-After', { status: 429, headers: { 'retry-after': '3600' } }],
  ])('ends %s by the clock', async (_what, step) => {
    const { answer, clock, wait } = poll([step]);
    const failure = await failureOf(answer);
    expect(failure).toMatchObject({ code: 'timeout', charged: 'unknown', taskId: 'task-1' });
    expect(clock.now()).toBe(wait.deadline);
  });

  it('cuts a poll that is under way', async () => {
    const { client, wait, clock } = testClient(['hang']);
    const deadline = clock.now() + 10_000;
    const failure = await failureOf(client.poll(task, { ...wait, deadline }));
    expect(failure).toEqual({ code: 'timeout', charged: 'unknown', taskId: 'task-1' });
    expect(clock.now()).toBe(deadline);
  });

  it('says what the service said last', async () => {
    const { answer } = poll([pending, { status: 503, body: { detail: 'under repair' } }]);
    expect(await failureOf(answer)).toMatchObject({ httpStatus: 503, reason: 'under repair' });
  });

  it('says what the connection said last, as no words of the service', async () => {
    const failure = await failureOf(poll([pending, neverConnected()]).answer);
    expect(failure).toMatchObject({ code: 'timeout', cause: 'connect ECONNREFUSED' });
    expect(failure.reason).toBeUndefined();
  });
});

describe('a cancellation wakes at once', () => {
  const canceled = { code: 'canceled', charged: 'unknown', taskId: 'task-1' };

  it.each<readonly [string, Step]>([
    ['in a request', 'hang'],
    ['in its body', { body: '{', then: 'hang' }],
    ['in a sleep', pending],
    ['in a wait after a failure', { status: 429, headers: { 'retry-after': '60' } }],
  ])('%s', async (_what, step) => {
    const { answer, cancel, clock, requests } = poll([step], { auto: false });
    await settled();
    const started = clock.now();
    cancel();
    expect(await failureOf(answer)).toEqual(canceled);
    expect(clock.now()).toBe(started);
    expect(clock.pending).toBe(0);
    expect(requests).toHaveLength(1);
  });

  it('before the first poll', async () => {
    const { client, wait, cancel, requests } = testClient([ready]);
    cancel();
    expect(await failureOf(client.poll(task, wait))).toEqual(canceled);
    expect(requests).toHaveLength(0);
  });
});

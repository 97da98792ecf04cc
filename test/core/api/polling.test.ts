import { describe, expect, it } from 'vitest';
import type { Step } from '../../support/fakeTransport';
import { neverConnected, reset } from '../../support/fakeTransport';
import { key, providerOf, testClient } from '../../support/fluxClient';
import { finished, pending, poll, pollingUrl, ready, task } from '../../support/readyTask';

describe('a task that gets ready', () => {
  it('is told with what the service says of it', async () => {
    const { answer, heard } = poll([
      pending,
      { body: { status: 'Reasoning' } },
      { body: { state: 'Generating', progress: 40 } },
      ready,
    ]);
    expect(await answer).toEqual(finished);
    expect(heard).toEqual([['Pending'], ['Reasoning'], ['Generating', 0.4], ['Ready']]);
  });

  it.each([
    ['bfl', pollingUrl, { 'x-key': key }],
    [
      'openai-hk',
      'https://api.openai-hk.com/bfl/v1/get_result?id=task-1',
      { authorization: `Bearer ${key}` },
    ],
    [
      'custom',
      'https://flux.example.com/v1/get_result?id=task-1',
      { authorization: `Bearer ${key}` },
    ],
    ['demo', 'http://127.0.0.1:4100/v1/get_result?id=task-1', {}],
  ] as const)('is asked after at %s where the key may go', async (id, url, auth) => {
    const { answer, requests } = poll([ready], { provider: providerOf(id) });
    await answer;
    expect(requests[0]).toMatchObject({ method: 'GET', url });
    expect(requests[0]?.headers).toEqual({ accept: 'application/json', ...auth });
  });

  it('is asked after at once, then on schedule', async () => {
    const { answer, requests } = poll([...Array.from({ length: 14 }, () => pending), ready]);
    await answer;
    const first = requests[0]?.at ?? 0;
    expect(requests.map(({ at }) => at - first)).toEqual(
      Array.from({ length: 15 }, (_, index) => 500 * index),
    );
  });

  it('is asked after when its schedule says, and tells how long it took', async () => {
    const script = testClient([pending, pending, ready]);
    const takenAt = script.clock.now();
    const taken: number[] = [];
    await script.client.poll(task, {
      ...script.wait,
      takenAt,
      schedule: { firstMs: 4000, waitAfter: (elapsedMs) => elapsedMs / 8 },
      onDuration: (ms) => taken.push(ms),
    });
    expect(script.requests.map(({ at }) => at - takenAt)).toEqual([4000, 4500, 5062.5]);
    expect(taken).toEqual([(4500 + 5062.5) / 2]);
  });

  it('is asked after at once where it was taken long ago', async () => {
    const script = testClient([ready]);
    const now = script.clock.now();
    await script.client.poll(task, {
      ...script.wait,
      takenAt: now - 9000,
      schedule: { firstMs: 4000, waitAfter: () => 50 },
      onDuration: () => {
        throw new Error('It was ready long before, and nobody knows when.');
      },
    });
    expect(script.requests.map(({ at }) => at - now)).toEqual([0]);
  });

  it('does not tell how long it took where a poll before was not answered', async () => {
    const script = testClient([pending, { status: 503 }, ready]);
    const taken: number[] = [];
    await script.client.poll(task, {
      ...script.wait,
      takenAt: script.clock.now(),
      onDuration: (ms) => taken.push(ms),
    });
    expect(taken).toEqual([]);
  });

  it('is asked after no more often than usual once the service has refused', async () => {
    const script = testClient([{ status: 429 }, pending, pending, ready]);
    await script.client.poll(task, {
      ...script.wait,
      schedule: { firstMs: 0, waitAfter: () => 50 },
    });
    const times = script.requests.map(({ at }) => at);
    expect(times.slice(1).map((at, index) => at - (times[index] ?? 0))).toEqual([375, 500, 500]);
  });

  it('is logged with host, path, status and time, not with its query', async () => {
    const { answer, lines } = poll([ready]);
    await answer;
    expect(lines).toEqual(['debug GET api.eu2.bfl.ai/v1/get_result 200 in 0 ms']);
  });

  it.each([404, 422, 500, 503])('counts by its status though HTTP says %s', async (status) => {
    expect(
      await poll([
        { ...pending, status },
        { ...ready, status },
      ]).answer,
    ).toEqual(finished);
  });

  it('may be known under a status that nobody knows, which is logged once', async () => {
    const odd = (status: string) => ({ body: { status } });
    const { answer, heard, lines } = poll([odd('Dreaming'), odd('Waking'), odd('Waking'), ready]);
    expect(await answer).toEqual(finished);
    expect(heard).toEqual([['Dreaming'], ['Waking'], ['Waking'], ['Ready']]);
    expect(lines.filter((line) => line.startsWith('warn'))).toEqual([
      'warn task task-1: unknown status Dreaming, waiting on',
    ]);
  });
});

describe('a poll that says nothing of the task is repeated', () => {
  it.each<readonly [string, Step]>([
    ['408', { status: 408 }],
    ['429', { status: 429, body: { detail: 'slow down' } }],
    ['500', { status: 500, body: 'Internal Server Error' }],
    ['502', { status: 502, body: '<html>' }],
    ['503', { status: 503, body: { detail: 'busy' } }],
    ['a 200 that is not JSON', { status: 200, body: '<html>' }],
    ['a 200 without a status', { status: 200, body: {} }],
    ['a 202 with nothing', { status: 202 }],
    ['an unknown status at 500', { status: 500, body: { status: 'error' } }],
    ['a reset', reset()],
    ['no connection', neverConnected()],
    ['a broken body', { body: '{"status":', then: 'break' }],
    ['silence', 'hang'],
  ])('%s', async (_what, step) => {
    const { answer, requests } = poll([step, step, ready]);
    expect(await answer).toEqual(finished);
    expect(requests).toHaveLength(3);
  });

  it('after a growing wait that starts anew with each answer', async () => {
    const down: Step = { status: 503 };
    const { answer, requests } = poll([down, down, down, pending, down, ready]);
    await answer;
    const gaps = requests.slice(1).map(({ at }, index) => at - (requests[index]?.at ?? 0));
    expect(gaps).toEqual([375, 750, 1500, 500, 375]);
  });

  it.each([
    ['4', 4000],
    ['Thu, 01 Jan 2026 00:00:06 GMT', 6000],
    ['later', 375],
  ])('with Retry-After %j', async (header, ms) => {
    const { answer, requests } = poll([{ status: 429, headers: { 'retry-after': header } }, ready]);
    await answer;
    expect((requests[1]?.at ?? 0) - (requests[0]?.at ?? 0)).toBe(ms);
  });
});

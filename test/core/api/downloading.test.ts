import { describe, expect, it } from 'vitest';
import type { Step } from '../../support/fakeTransport';
import { neverConnected, reset } from '../../support/fakeTransport';
import { failureOf, key, providerOf, testClient } from '../../support/fluxClient';
import { MemorySink } from '../../support/memorySink';
import { download, picture, sample, task, whole } from '../../support/readyTask';

const paid = { charged: 'yes', taskId: 'task-1' };

describe('a result', () => {
  it('comes whole, without the key, and is logged without its signature', async () => {
    const { answer, requests, lines } = download([whole]);
    expect(await answer).toEqual(picture);
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({ method: 'GET', url: sample });
    expect(Object.keys(requests[0]?.headers ?? {})).toEqual(['accept', 'accept-encoding']);
    expect(lines).toEqual(['debug GET delivery-eu2.bfl.ai/results/a.png 200 in 0 ms']);
  });

  it('comes from a private provider’s own origin, without the key', async () => {
    const provider = { ...providerOf('custom'), baseUrl: 'https://10.0.0.5/v1' };
    const { answer, requests } = download([whole], {
      provider,
      sample: 'https://10.0.0.5/files/a.png',
    });
    expect(await answer).toEqual(picture);
    expect(Object.keys(requests[0]?.headers ?? {})).toEqual(['accept', 'accept-encoding']);
  });

  it('never sees the key, not even at the provider’s own host', async () => {
    const redirect = { status: 302, headers: { location: 'https://api.bfl.ai/v1/file.png' } };
    const { answer, requests } = download([redirect, whole]);
    await answer;
    expect(requests).toHaveLength(2);
    expect(JSON.stringify(requests.map(({ headers }) => headers))).not.toContain(key);
  });

  it('may come from this machine if the provider is on it', async () => {
    const provider = providerOf('demo');
    const { answer } = download([whole], { provider, sample: 'http://127.0.0.1:4200/a.png' });
    expect(await answer).toEqual(picture);
  });

  it('may come without a length, or with the length of something compressed', async () => {
    expect(await download([{ body: picture }]).answer).toEqual(picture);
    const headers = { 'content-length': '3', 'content-encoding': 'gzip' };
    expect(await download([{ body: picture, headers }]).answer).toEqual(picture);
  });
});

describe('a transfer that fails is repeated', () => {
  it.each<readonly [string, Step]>([
    ['408', { status: 408 }],
    ['429', { status: 429 }],
    ['500', { status: 500 }],
    ['503', { status: 503 }],
    ['a reset', reset()],
    ['no connection', neverConnected()],
    ['a body that breaks off', { body: picture.subarray(0, 2), then: 'break' }],
    ['a body that is too short', { ...whole, body: picture.subarray(0, 3) }],
    ['silence', 'hang'],
    ['a body that stops', { body: picture.subarray(0, 2), then: 'hang' }],
  ])('%s', async (_what, step) => {
    const { answer, requests } = download([step, step, whole]);
    expect(await answer).toEqual(picture);
    expect(requests).toHaveLength(3);
  });

  it('after Retry-After, or a growing wait', async () => {
    const { answer, requests } = download([
      { status: 503, headers: { 'retry-after': '4' } },
      { status: 503 },
      reset(),
      whole,
    ]);
    await answer;
    const gaps = requests.slice(1).map(({ at }, index) => at - (requests[index]?.at ?? 0));
    expect(gaps).toEqual([4000, 750, 1500]);
  });

  it.each<readonly [string, Step, object]>([
    [
      'a network that is down',
      neverConnected(),
      { code: 'network', cause: 'connect ECONNREFUSED' },
    ],
    ['a server that is silent', 'hang', { code: 'network', cause: 'nothing was heard in time' }],
    ['a storage that is down', { status: 503 }, { code: 'server', httpStatus: 503 }],
  ])('until the deadline: %s', async (_what, step, outcome) => {
    const { answer, clock, wait } = download([step]);
    expect(await failureOf(answer)).toEqual({ ...paid, ...outcome });
    expect(clock.now()).toBeLessThanOrEqual(wait.deadline);
    expect(clock.now()).toBeGreaterThan(wait.deadline - 31_000);
  });
});

describe('a result that is too large', () => {
  const tooLarge = { ...paid, code: 'bad-image', detail: 'too-large' };

  it('by what it announces', async () => {
    const headers = { 'content-length': '11' };
    const { answer, requests } = download([{ headers, body: picture, then: 'hang' }]);
    expect(await failureOf(answer)).toEqual(tooLarge);
    expect(requests).toHaveLength(1);
  });

  it('by what arrives', async () => {
    const body = [picture, picture, picture];
    const { answer, requests } = download([{ body, then: 'hang' }]);
    expect(await failureOf(answer)).toEqual(tooLarge);
    expect(requests).toHaveLength(1);
  });

  it('is one byte above the limit', async () => {
    expect(await download([{ body: new Uint8Array(10) }]).answer).toHaveLength(10);
    expect(await failureOf(download([{ body: new Uint8Array(11) }]).answer)).toEqual(tooLarge);
  });
});

it('the deadline cuts a transfer that is under way', async () => {
  const { client, wait, clock } = testClient([{ body: picture, then: 'hang' }]);
  const deadline = clock.now() + 10_000;
  const failure = await failureOf(
    client.download(task, { sample }, { ...wait, deadline, maxBytes: 10, sink: new MemorySink() }),
  );
  expect(failure).toMatchObject({ ...paid, code: 'network' });
  expect(clock.now()).toBe(deadline);
});

it('a slow body that keeps coming is not cut by the time between pieces', async () => {
  const clockScript: Step = { body: [picture] };
  const { client, wait, clock } = testClient([clockScript], {
    transport: () =>
      Promise.resolve({
        status: 200,
        header: () => undefined,
        text: () => Promise.resolve(''),
        discard: () => Promise.resolve(),
        chunks: async function* () {
          for (const byte of picture) {
            await clock.delay(20_000);
            yield Uint8Array.of(byte);
          }
        },
      }),
    auto: true,
  });
  const started = clock.now();
  const sink = new MemorySink();
  await client.download(task, { sample }, { ...wait, maxBytes: 10, sink });
  expect(sink.bytes).toEqual(picture);
  expect(clock.now() - started).toBe(80_000);
});

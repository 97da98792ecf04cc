import { describe, expect, test } from 'vitest';
import { create, download, get, poll, resultOf, simulate } from './support';

const prompt = 'A lighthouse';

/** A clock that stands still until it is moved. */
function stillClock() {
  let time = Date.parse('2026-11-01T12:00:00Z');
  return {
    now: () => time,
    pass: (ms: number) => {
      time += ms;
    },
  };
}

describe('a task', () => {
  test('is Pending until its time, then Ready', async () => {
    const clock = stillClock();
    const simulator = await simulate({ latency: 5000, now: clock.now });
    const { body } = await create(simulator, 'flux-2-pro', { prompt });
    clock.pass(4999);
    expect((await poll(simulator, body['id'])).body).toMatchObject({
      status: 'Pending',
      result: null,
      progress: null,
    });
    clock.pass(1);
    expect((await poll(simulator, body['id'])).body).toMatchObject({
      status: 'Ready',
      result: { duration: 5 },
    });
  });

  test('of FLUX 3 is Reasoning and Generating in between', async () => {
    const clock = stillClock();
    const simulator = await simulate({ latency: 10_000, now: clock.now });
    const { body } = await create(simulator, 'flux-3-image', { prompt });
    const seen: unknown[] = [];
    for (let second = 0; second <= 10; second += 1) {
      const { status, progress } = (await poll(simulator, body['id'])).body;
      seen.push(progress === null ? status : [status, progress]);
      clock.pass(1000);
    }
    expect(seen).toEqual([
      ...['Pending', 'Reasoning', 'Reasoning', 'Reasoning'],
      ...[0.4, 0.5, 0.6, 0.7, 0.8, 0.9].map((progress) => ['Generating', progress]),
      'Ready',
    ]);
  });

  test('takes about as long as at the service', async () => {
    const clock = stillClock();
    const simulator = await simulate({ latency: 'plausible', now: clock.now, random: () => 0.5 });
    const { body } = await create(simulator, 'flux-2-pro', { prompt });
    clock.pass(3000);
    expect((await poll(simulator, body['id'])).body['status']).toBe('Pending');
    clock.pass(9000);
    expect((await poll(simulator, body['id'])).body['status']).toBe('Ready');
  });

  test('that is unknown answers 404 with the body of a task', async () => {
    const simulator = await simulate();
    const answer = await poll(simulator, 'nobody');
    const nothing = { result: null, progress: null, details: null, preview: null };
    expect(answer.status).toBe(404);
    expect(answer.body).toEqual({ id: 'nobody', status: 'Task not found', ...nothing });
    const withoutId = await get(`${simulator.baseUrl}/get_result`);
    expect(withoutId).toMatchObject({ status: 422, body: { detail: [{ loc: ['query', 'id'] }] } });
  });

  test('without a seed gets one', async () => {
    const simulator = await simulate({ random: () => 0.25 });
    const { body } = await create(simulator, 'flux-2-pro', { prompt });
    expect(resultOf(await poll(simulator, body['id'])).seed).toBe(2 ** 30);
  });
});

describe('limits', () => {
  test('24 active tasks, then 429 until one has finished', async () => {
    const clock = stillClock();
    const simulator = await simulate({ latency: 1000, now: clock.now });
    for (let count = 0; count < 24; count += 1) {
      expect((await create(simulator, 'flux-2-pro', { prompt })).status).toBe(200);
    }
    const refused = await create(simulator, 'flux-dev', { prompt });
    expect(refused).toMatchObject({ status: 429, body: { detail: expect.any(String) as string } });
    clock.pass(1000);
    expect((await create(simulator, 'flux-dev', { prompt })).status).toBe(200);
  });

  test('6 of flux-kontext-max, while others go on', async () => {
    const simulator = await simulate({ latency: 60_000 });
    for (let count = 0; count < 6; count += 1) {
      expect((await create(simulator, 'flux-kontext-max', { prompt })).status).toBe(200);
    }
    expect((await create(simulator, 'flux-kontext-max', { prompt })).status).toBe(429);
    expect((await create(simulator, 'flux-kontext-pro', { prompt })).status).toBe(200);
  });

  test('no credit is 402, and charges nothing', async () => {
    const simulator = await simulate({ credits: 4 });
    const size = { width: 1920, height: 1080 };
    expect(await create(simulator, 'flux-2-pro', { prompt, ...size })).toMatchObject({
      status: 402,
      body: { detail: 'Insufficient credits' },
    });
    expect(simulator.credits).toBe(4);
  });
});

describe('result links', () => {
  test('are signed, and end ten minutes after the task; of FLUX 3 an hour', async () => {
    const clock = stillClock();
    const simulator = await simulate({ now: clock.now });
    const ends: unknown[] = [];
    for (const model of ['flux-2-pro', 'flux-3-image']) {
      const { body } = await create(simulator, model, { prompt });
      const { sample } = resultOf(await poll(simulator, body['id']));
      const url = new URL(sample);
      expect(url.pathname).toMatch(/^\/results\/.+\/sample\.(jpeg|png)$/);
      expect(url.searchParams.get('sp')).toBe('r');
      ends.push(url.searchParams.get('se'));
    }
    expect(ends).toEqual(['2026-11-01T12:10:00Z', '2026-11-01T13:00:00Z']);
  });

  test('are dead after their end, also after another poll, unless links are renewed', async () => {
    const clock = stillClock();
    for (const renewLinks of [false, true]) {
      const simulator = await simulate({ now: clock.now, renewLinks, linkLifetimeMs: 1000 });
      const body = { prompt, width: 64, height: 64 };
      const { id } = (await create(simulator, 'flux-2-pro', body)).body;
      const first = resultOf(await poll(simulator, id)).sample;
      await download(first);
      clock.pass(2000);
      expect((await fetch(first)).status).toBe(403);
      const second = resultOf(await poll(simulator, id)).sample;
      expect((await fetch(second)).status).toBe(renewLinks ? 200 : 403);
    }
  });

  test('that were tampered with are refused', async () => {
    const simulator = await simulate();
    const { id } = (await create(simulator, 'flux-2-pro', { prompt })).body;
    const { sample } = resultOf(await poll(simulator, id));
    const later = sample.replace(/se=[^&]+/, 'se=2099-01-01T00%3A00%3A00Z');
    expect((await fetch(later)).status).toBe(403);
    expect((await fetch(`${simulator.deliveryOrigin}/results/x`)).status).toBe(403);
  });

  test.each(['x-key', 'authorization'])('are refused to who sends %s', async (header) => {
    const simulator = await simulate();
    const { id } = (await create(simulator, 'flux-2-pro', { prompt })).body;
    const { sample } = resultOf(await poll(simulator, id));
    expect((await fetch(sample, { headers: { [header]: 'secret' } })).status).toBe(403);
    const seen = simulator.requests.at(-1);
    expect(seen).toMatchObject({ listener: 'delivery', headers: { [header]: 'secret' } });
  });
});

import { describe, expect, test } from 'vitest';
import type { FaultRule } from '../../src/simulator/faults';
import type { Simulator } from '../../src/simulator/simulator';
import { create, poll, resultOf, simulate } from './support';

const body = { prompt: 'A lighthouse', width: 96, height: 64, seed: 1 };

async function createdId(simulator: Simulator): Promise<unknown> {
  return (await create(simulator, 'flux-2-pro', body)).body['id'];
}

describe('a create', () => {
  test.each([400, 401, 402, 403, 404, 408, 422, 429, 500, 502, 503])(
    'is refused with %d and takes no money',
    async (status) => {
      const simulator = await simulate({
        faults: [{ on: 'create', fault: { kind: 'http', status } }],
      });
      const answer = await create(simulator, 'flux-2-pro', body);
      expect(answer).toMatchObject({ status, body: { detail: expect.any(String) as string } });
      expect(simulator.charges).toEqual([]);
    },
  );

  test('says when to come back, and how it likes', async () => {
    const fault = {
      kind: 'http',
      status: 429,
      retryAfter: 3,
      body: { error: { message: 'slow' } },
    };
    const simulator = await simulate({ faults: [{ on: 'create', fault, times: 1 } as FaultRule] });
    const answer = await create(simulator, 'flux-2-pro', body);
    expect(answer.body).toEqual({ error: { message: 'slow' } });
    expect(answer.headers.get('retry-after')).toBe('3');
    expect((await create(simulator, 'flux-2-pro', body)).status).toBe(200);
  });

  test('is answered with HTML, and the task is there', async () => {
    const simulator = await simulate({ faults: [{ on: 'create', fault: { kind: 'not-json' } }] });
    const answer = await create(simulator, 'flux-2-pro', body);
    expect(answer.body['text']).toContain('<html>');
    expect(simulator.charges).toHaveLength(1);
  });

  test.each([
    ['before-body', 0],
    ['after-body', 1],
  ] as const)('breaks off %s with %d tasks accepted', async (when, accepted) => {
    const simulator = await simulate({
      faults: [{ on: 'create', fault: { kind: 'reset', when } }],
    });
    await expect(create(simulator, 'flux-2-pro', body)).rejects.toThrow('fetch failed');
    expect(simulator.charges).toHaveLength(accepted);
    expect(simulator.requests).toHaveLength(1);
  });

  test('hangs for ever, with the task accepted', async () => {
    const simulator = await simulate({ faults: [{ on: 'create', fault: { kind: 'hang' } }] });
    const answer = create(simulator, 'flux-2-pro', body);
    answer.catch(() => undefined);
    await expect.poll(() => simulator.charges.length).toBe(1);
    await simulator.dispose();
    await expect(answer).rejects.toThrow();
  });

  test.each(['https://evil.example/v1/get_result?id=1', 'file:///etc/passwd', null])(
    'names %s as polling_url',
    async (url) => {
      const fault = { kind: 'polling-url', url } as const;
      const simulator = await simulate({ faults: [{ on: 'create', fault }] });
      const answer = await create(simulator, 'flux-2-pro', body);
      expect(answer.body['polling_url'] ?? null).toBe(url);
    },
  );
});

describe('a poll', () => {
  test.each(['Request Moderated', 'Content Moderated', 'Error', 'Failed'])(
    'says %s, stays with it and gives the money back',
    async (status) => {
      const details = { 'Moderation Reasons': ['Violence'] };
      const fault = { kind: 'status', status, details } as const;
      const simulator = await simulate({ faults: [{ on: 'poll', fault, times: 1 }] });
      const id = await createdId(simulator);
      for (let count = 0; count < 2; count += 1) {
        expect((await poll(simulator, id)).body).toMatchObject({ status, details, result: null });
      }
      expect(simulator.charges).toEqual([]);
      expect(simulator.credits).toBe(1_000_000);
    },
  );

  test('keeps the money at the relay', async () => {
    const fault = { kind: 'status', status: 'Content Moderated' } as const;
    const simulator = await simulate({ dialect: 'relay', faults: [{ on: 'poll', fault }] });
    await poll(simulator, (await create(simulator, 'flux-2-pro', { prompt: 'x' })).body['id']);
    expect(simulator.charges).toHaveLength(1);
  });

  test.each([422, 503])('says Error with HTTP %d and the body of a task', async (httpStatus) => {
    const fault = { kind: 'status', status: 'Error', httpStatus, details: 'out of luck' } as const;
    const simulator = await simulate({ faults: [{ on: 'poll', fault }] });
    expect(await poll(simulator, await createdId(simulator))).toMatchObject({
      status: httpStatus,
      body: { status: 'Error', details: 'out of luck' },
    });
  });

  test.each(['Task not found', 'Dreaming', 'Pending'])(
    'says %s and then goes on',
    async (status) => {
      const fault = { kind: 'status', status } as const;
      const simulator = await simulate({ faults: [{ on: 'poll', fault, times: 2 }] });
      const id = await createdId(simulator);
      const seen: unknown[] = [];
      for (let count = 0; count < 3; count += 1)
        seen.push((await poll(simulator, id)).body['status']);
      expect(seen).toEqual([status, status, 'Ready']);
    },
  );

  test('is 404 for a while after the create', async () => {
    const fault = { kind: 'http', status: 404 } as const;
    const simulator = await simulate({ faults: [{ on: 'poll', fault, times: 2 }] });
    const id = await createdId(simulator);
    const seen = [await poll(simulator, id), await poll(simulator, id), await poll(simulator, id)];
    expect(seen.map((answer) => answer.status)).toEqual([404, 404, 200]);
  });

  test('is Ready without a sample, or with another one', async () => {
    const simulator = await simulate({
      faults: [
        { on: 'poll', fault: { kind: 'ready-without-sample' }, times: 1 },
        { on: 'poll', fault: { kind: 'sample', url: 'file:///etc/passwd' }, times: 1 },
      ],
    });
    const id = await createdId(simulator);
    expect((await poll(simulator, id)).body).toMatchObject({ status: 'Ready', result: {} });
    expect(resultOf(await poll(simulator, id)).sample).toBe('file:///etc/passwd');
    expect(resultOf(await poll(simulator, id)).sample).toContain(simulator.deliveryOrigin);
  });

  test('is not JSON, a redirect, or broken off', async () => {
    const simulator = await simulate({
      faults: [
        { on: 'poll', fault: { kind: 'not-json', status: 502 }, times: 1 },
        { on: 'poll', fault: { kind: 'redirect', location: 'http://127.0.0.1:1/' }, times: 1 },
        { on: 'poll', fault: { kind: 'reset', when: 'before-body' }, times: 1 },
      ],
    });
    const id = await createdId(simulator);
    expect(await poll(simulator, id)).toMatchObject({
      status: 502,
      body: { text: expect.any(String) as string },
    });
    const redirect = await poll(simulator, id);
    expect([redirect.status, redirect.headers.get('location')]).toEqual([
      302,
      'http://127.0.0.1:1/',
    ]);
    await expect(poll(simulator, id)).rejects.toThrow('fetch failed');
    expect((await poll(simulator, id)).body['status']).toBe('Ready');
  });
});

describe('rules', () => {
  test('hold for one model, and by chance', async () => {
    const draws = [0.1, 0.9];
    const simulator = await simulate({ random: () => draws.shift() ?? 0.5 });
    simulator.setFaults([
      { on: 'create', fault: { kind: 'http', status: 500 }, model: 'flux-dev' },
      { on: 'create', fault: { kind: 'http', status: 503 }, probability: 0.5 },
    ]);
    const statuses = [
      await create(simulator, 'flux-2-pro', body),
      await create(simulator, 'flux-2-pro', body),
      await create(simulator, 'flux-dev', { prompt: 'x' }),
    ].map((answer) => answer.status);
    expect(statuses).toEqual([503, 200, 500]);
  });

  test('of credits', async () => {
    const simulator = await simulate({
      faults: [{ on: 'credits', fault: { kind: 'http', status: 500 } }],
    });
    expect((await fetch(`${simulator.baseUrl}/credits`)).status).toBe(500);
  });

  test('can be asked for in the prompt', async () => {
    const simulator = await simulate();
    const asking = async (name: string) => {
      const prompt = `A fox [simulate: ${name}]`;
      const { body: created } = await create(simulator, 'flux-2-pro', { prompt });
      return (await poll(simulator, created['id'])).body['status'];
    };
    expect(await asking('content-moderated')).toBe('Content Moderated');
    expect(await asking('request-moderated')).toBe('Request Moderated');
    expect(await asking('failed')).toBe('Failed');
    expect(await asking('nothing-known')).toBe('Ready');
    expect(
      (await create(simulator, 'flux-2-pro', { prompt: '[simulate: no-credit]' })).status,
    ).toBe(402);
  });
});

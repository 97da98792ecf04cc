import { describe, expect, test } from 'vitest';
import { create, get, poll, resultOf, simulate } from './support';

const request = { prompt: 'A lighthouse', width: 1920, height: 1080, seed: 7 };
const wrongKey = { detail: 'Not authenticated - Invalid Authentication' };

describe('the source', () => {
  test('takes x-key, names a polling_url of its own origin and the price', async () => {
    const simulator = await simulate({ key: 'bfl_good' });
    const created = await create(simulator, 'flux-2-pro', request, { 'x-key': 'bfl_good' });

    const { id } = created.body;
    const pollingUrl = `${simulator.baseUrl}/get_result?id=${String(id)}`;
    expect(created).toMatchObject({
      status: 200,
      body: { polling_url: pollingUrl, cost: 4.5, input_mp: 0, output_mp: 1.98 },
    });
    const ready = await get(pollingUrl, { 'x-key': 'bfl_good' });
    expect(ready.body).toMatchObject({
      id,
      status: 'Ready',
      result: { prompt: 'A lighthouse', seed: 7 },
      progress: null,
      details: null,
      preview: null,
      cost: 4.5,
    });
    expect(resultOf(ready).sample).toContain(`${simulator.deliveryOrigin}/results/`);
  });

  test.each(['flux-dev', 'flux-kontext-pro', 'flux-pro-1.1-ultra'])(
    'names no price for %s before it is Ready',
    async (model) => {
      const simulator = await simulate();
      const created = await create(simulator, model, { prompt: 'A lighthouse' });
      expect(Object.keys(created.body)).toEqual(['id', 'polling_url']);
      expect((await poll(simulator, created.body['id'])).body['cost']).toBeTypeOf('number');
    },
  );

  test('answers a wrong key with 403, on create, poll and credits', async () => {
    const simulator = await simulate({ key: 'bfl_good' });
    const bad = { 'x-key': 'bfl_bad' };
    const answers = [
      await create(simulator, 'flux-2-pro', request, bad),
      await create(simulator, 'flux-2-pro', request, { authorization: 'Bearer bfl_good' }),
      await poll(simulator, 'some-id', bad),
      await get(`${simulator.baseUrl}/credits`, bad),
    ];
    for (const answer of answers) expect(answer).toMatchObject({ status: 403, body: wrongKey });
    expect(simulator.charges).toEqual([]);
  });

  test('tells the balance, less what was charged', async () => {
    const simulator = await simulate({ credits: 10 });
    await create(simulator, 'flux-2-pro', request);
    const { body } = await get(`${simulator.baseUrl}/credits`);
    expect(body).toEqual({ credits: 5.5 });
    expect(simulator.credits).toBe(5.5);
    expect(simulator.charges).toMatchObject([{ model: 'flux-2-pro', credits: 4.5 }]);
  });

  test('knows regional tasks at another port only, where that is asked for', async () => {
    const simulator = await simulate({ regional: 'other-port' });
    const created = await create(simulator, 'flux-2-pro', request);
    const pollingUrl = String(created.body['polling_url']);
    expect(new URL(pollingUrl).origin).toBe(simulator.pollingOrigin);
    expect(new URL(pollingUrl).origin).not.toBe(new URL(simulator.baseUrl).origin);
    expect((await get(pollingUrl)).body['status']).toBe('Ready');
    expect(await poll(simulator, created.body['id'])).toMatchObject({
      status: 404,
      body: { status: 'Task not found', result: null },
    });
  });

  test('polls without a key where the simulator is told so', async () => {
    const simulator = await simulate({ key: 'bfl_good', pollNeedsKey: false });
    expect((await poll(simulator, 'some-id')).status).toBe(404);
  });
});

describe('the relay', () => {
  const bearer = { authorization: 'Bearer hk-good' };

  test('answers a FLUX.1 create with the id alone', async () => {
    const simulator = await simulate({ dialect: 'relay', key: 'hk-good' });
    for (const model of ['flux-dev', 'flux-kontext-max', 'flux-pro-1.1-ultra']) {
      const created = await create(simulator, model, { prompt: 'Elephant fights tiger' }, bearer);
      expect(Object.keys(created.body)).toEqual(['id']);
      const ready = await poll(simulator, created.body['id'], bearer);
      expect(ready.body['status']).toBe('Ready');
      expect(ready.body).not.toHaveProperty('cost');
    }
  });

  test('answers a FLUX.2 create with the price and an address at bfl.ai', async () => {
    const simulator = await simulate({ dialect: 'relay', key: 'hk-good' });
    const size = { width: 1920, height: 1088 };
    const created = await create(simulator, 'flux-2-pro', { ...request, ...size }, bearer);
    expect(created.body).toMatchObject({ cost: 4.5, input_mp: 0, output_mp: 1.99 });
    expect(created.body['polling_url']).toBe(
      `https://api.eu2.bfl.ai/v1/get_result?id=${String(created.body['id'])}`,
    );
  });

  test('takes sizes in steps of 32 only', async () => {
    const simulator = await simulate({ dialect: 'relay' });
    expect(await create(simulator, 'flux-2-pro', request)).toMatchObject({
      status: 422,
      body: { detail: [{ loc: ['body', 'height'], type: 'multiple_of' }] },
    });
  });

  test('does not take x-key, and has no credits route', async () => {
    const simulator = await simulate({ dialect: 'relay', key: 'hk-good' });
    const created = await create(simulator, 'flux-dev', { prompt: 'x' }, { 'x-key': 'hk-good' });
    expect(created).toMatchObject({ status: 403, body: wrongKey });
    expect((await get(`${simulator.baseUrl}/credits`, bearer)).status).toBe(404);
  });
});

test('records what arrives, with headers and the parsed body', async () => {
  const simulator = await simulate();
  const created = await create(simulator, 'flux-2-pro', request, { 'x-key': 'bfl_any' });
  await poll(simulator, created.body['id']);
  expect(simulator.requests).toMatchObject([
    {
      listener: 'api',
      method: 'POST',
      path: '/v1/flux-2-pro',
      headers: { 'x-key': 'bfl_any' },
      body: request,
    },
    { listener: 'api', method: 'GET', path: `/v1/get_result?id=${String(created.body['id'])}` },
  ]);
});

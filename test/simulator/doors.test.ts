import { describe, expect, test } from 'vitest';
import { create, download, get, imageOf, poll, resultOf, simulate } from './support';

const body = { prompt: 'A fox', width: 64, height: 64 };

describe('pages of the web that this machine’s browser shows', () => {
  const origin = { origin: 'https://evil.example' };

  test('cannot create, nor ask, nor fetch', async () => {
    const simulator = await simulate();
    expect((await create(simulator, 'flux-2-pro', body, origin)).status).toBe(403);
    const { id } = (await create(simulator, 'flux-2-pro', body)).body;
    expect((await poll(simulator, id, origin)).status).toBe(403);
    expect((await get(`${simulator.baseUrl}/credits`, origin)).status).toBe(403);
    const { sample } = resultOf(await poll(simulator, id));
    expect((await get(sample, origin)).status).toBe(403);
    expect((await download(sample)).length).toBeGreaterThan(0);
    expect(simulator.charges).toHaveLength(1);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'cannot create with a form: %s',
    async (type) => {
      const simulator = await simulate();
      const answer = await create(simulator, 'flux-2-pro', body, { 'content-type': type });
      expect(answer.status).toBe(415);
      expect(simulator.charges).toHaveLength(0);
      expect(simulator.requests).toHaveLength(1);
    },
  );
});

test.each(['application/json', 'Application/JSON; charset=utf-8'])('takes %s', async (type) => {
  const answer = await create(await simulate(), 'flux-2-pro', body, { 'content-type': type });
  expect(answer.status).toBe(200);
});

test('a body above the limit is refused, and nothing is charged', async () => {
  const simulator = await simulate({ maxBodyBytes: 1000 });
  expect((await create(simulator, 'flux-2-pro', body)).status).toBe(200);
  const input_image = (await imageOf(64, 64)) + 'A'.repeat(1000);
  const answer = await create(simulator, 'flux-2-pro', { ...body, input_image });
  expect(answer.status).toBe(413);
  expect(simulator.charges).toHaveLength(1);
});

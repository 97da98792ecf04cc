import { expect, test } from 'vitest';
import type { Simulator } from '../../src/simulator/simulator';
import { create, download, poll, resultOf, simulate } from './support';

test('a download is refused, a page, or a redirect', async () => {
  const { simulator, sample } = await ready();
  simulator.setFaults([
    { on: 'download', fault: { kind: 'expired' }, times: 1 },
    { on: 'download', fault: { kind: 'html' }, times: 1 },
    { on: 'download', fault: { kind: 'http', status: 500 }, times: 1 },
    { on: 'download', fault: { kind: 'redirect', location: 'http://127.0.0.1:1/' }, times: 1 },
  ]);
  expect((await fetch(sample)).status).toBe(403);
  const page = await fetch(sample);
  expect(page.headers.get('content-type')).toBe('image/jpeg');
  expect(await page.text()).toContain('<!doctype html>');
  expect((await fetch(sample)).status).toBe(500);
  expect((await fetch(sample, { redirect: 'manual' })).status).toBe(302);
  expect((await fetch(sample)).status).toBe(200);
});

test('a download breaks off half way', async () => {
  const { simulator, sample } = await ready();
  simulator.setFaults([{ on: 'download', fault: { kind: 'truncated' } }]);
  const response = await fetch(sample);
  expect(response.status).toBe(200);
  await expect(response.arrayBuffer()).rejects.toThrow();
});

test('a download announces half of what it sends', async () => {
  const { simulator, sample } = await ready();
  const whole = await download(sample);
  simulator.setFaults([{ on: 'download', fault: { kind: 'wrong-length' } }]);
  const announced = Number((await fetch(sample)).headers.get('content-length'));
  expect(announced).toBe(Math.floor(whole.byteLength / 2));
});

test('a download comes slowly, and whole', async () => {
  const { simulator, sample } = await ready();
  const whole = Buffer.from(await download(sample));
  simulator.setFaults([{ on: 'download', fault: { kind: 'slow', pieces: 5, pauseMs: 1 } }]);
  expect(whole.equals(await download(sample))).toBe(true);
});

test.each([true, false])('a download is oversized, announced: %s', async (declared) => {
  const { simulator, sample } = await ready();
  const bytes = 3_000_000;
  simulator.setFaults([{ on: 'download', fault: { kind: 'oversized', bytes, declared } }]);
  const response = await fetch(sample);
  expect(response.headers.get('content-length')).toBe(declared ? String(bytes) : null);
  expect((await response.arrayBuffer()).byteLength).toBe(bytes);
});

const body = { prompt: 'A lighthouse', width: 96, height: 64, seed: 1 };

async function ready(): Promise<{ simulator: Simulator; sample: string }> {
  const simulator = await simulate();
  const { sample } = resultOf(
    await poll(simulator, (await create(simulator, 'flux-2-pro', body)).body['id']),
  );
  return { simulator, sample };
}

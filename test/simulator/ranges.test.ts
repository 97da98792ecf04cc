import { expect, test } from 'vitest';
import { FluxClient } from '../../src/core/api/client';
import type { HttpRequest, HttpResponse } from '../../src/core/api/transport';
import { systemClock } from '../../src/core/clock';
import type { FaultRule } from '../../src/simulator/faults';
import type { Simulator } from '../../src/simulator/simulator';
import { providerOf } from '../support/fluxClient';
import { MemorySink } from '../support/memorySink';
import { create, download, poll, resultOf, simulate } from './support';

const body = { prompt: 'A lighthouse', width: 96, height: 64, seed: 1 };

async function ready(): Promise<{ simulator: Simulator; id: string; sample: string }> {
  const simulator = await simulate();
  const id = String((await create(simulator, 'flux-2-pro', body)).body['id']);
  return { simulator, id, sample: resultOf(await poll(simulator, id)).sample };
}

async function get(url: string, headers: Record<string, string>) {
  const response = await fetch(url, { headers });
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
}

test('the whole says how to ask for a part', async () => {
  const { sample } = await ready();
  const { headers } = (await get(sample, {})).response;
  expect(headers.get('accept-ranges')).toBe('bytes');
  expect(headers.get('etag')).toMatch(/^"0x8D[0-9A-F]+"$/);
  expect(Date.parse(headers.get('last-modified') ?? '')).not.toBeNaN();
  expect((await get(sample, {})).response.headers.get('etag')).toBe(headers.get('etag'));
});

test('pictures that differ have tags that differ', async () => {
  const { simulator, sample } = await ready();
  const another = await create(simulator, 'flux-2-pro', { ...body, seed: 2 });
  const other = resultOf(await poll(simulator, another.body['id'])).sample;
  const [one, two] = await Promise.all([get(sample, {}), get(other, {})]);
  expect(one.response.headers.get('etag')).not.toBe(two.response.headers.get('etag'));
});

test.each([
  ['bytes=10-', 10, undefined],
  ['bytes=10-19', 10, 19],
  ['bytes=0-0', 0, 0],
  ['bytes=10-999999', 10, undefined],
])('%s is a part', async (range, start, end) => {
  const { sample } = await ready();
  const whole = await download(sample);
  const last = end ?? whole.length - 1;
  const { response, bytes } = await get(sample, { range });
  expect(response.status).toBe(206);
  expect(response.headers.get('content-range')).toBe(`bytes ${start}-${last}/${whole.length}`);
  expect(response.headers.get('content-length')).toBe(String(last - start + 1));
  expect(response.headers.get('etag')).not.toBeNull();
  expect(bytes).toEqual(whole.subarray(start, last + 1));
});

test.each(['bytes=-10', 'bytes=0-1,4-5', 'lines=1-2'])('%s is answered whole', async (range) => {
  const { sample } = await ready();
  const { response, bytes } = await get(sample, { range });
  expect(response.status).toBe(200);
  expect(bytes).toEqual(await download(sample));
});

test('a part of what has changed is the whole', async () => {
  const { sample } = await ready();
  const { headers } = (await get(sample, {})).response;
  const statuses = ['"0x8DOTHER"', headers.get('etag'), headers.get('last-modified')].map(
    async (condition) =>
      (await get(sample, { range: 'bytes=1-', 'if-range': condition ?? '' })).response.status,
  );
  expect(await Promise.all(statuses)).toEqual([200, 206, 206]);
});

test('a part behind the end is refused', async () => {
  const { sample } = await ready();
  const { length } = await download(sample);
  const { response, bytes } = await get(sample, { range: `bytes=${length}-` });
  expect(response.status).toBe(416);
  expect(response.headers.get('content-range')).toBe(`bytes */${length}`);
  expect(new TextDecoder().decode(bytes)).toContain('<Code>InvalidRange</Code>');
});

test.each<FaultRule['fault']['kind'] & ('truncated' | 'slow')>(['truncated', 'slow'])(
  'a part can be %s, too',
  async (kind) => {
    const { simulator, sample } = await ready();
    const fault = kind === 'slow' ? { kind, pieces: 3, pauseMs: 1 } : { kind };
    simulator.setFaults([{ on: 'download', fault }]);
    const response = await fetch(sample, { headers: { range: 'bytes=10-' } });
    expect(response.status).toBe(206);
    if (kind === 'truncated') await expect(response.arrayBuffer()).rejects.toThrow();
    else expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(0);
  },
);

test('the client goes on with what broke off, and asks for no byte twice', async () => {
  const { simulator, id, sample } = await ready();
  const whole = await download(sample);
  simulator.setFaults([{ on: 'download', fault: { kind: 'truncated' }, times: 3 }]);
  const ranges: (string | undefined)[] = [];
  const client = new FluxClient({
    provider: { ...providerOf('demo'), baseUrl: simulator.baseUrl },
    transport: (request) => {
      ranges.push(request.headers['range']);
      return viaFetch(request);
    },
    // Waiting is not what is tested here.
    clock: {
      now: () => systemClock.now(),
      delay: (ms, signal) => systemClock.delay(ms < 1000 ? 0 : ms, signal),
    },
    random: () => 0,
    log: { trace: quiet, debug: quiet, info: quiet, warn: quiet, error: quiet },
  });
  const sink = new MemorySink();
  await client.download(
    { id },
    { sample },
    {
      signal: new AbortController().signal,
      deadline: Date.now() + 60_000,
      maxBytes: 10_000_000,
      sink,
    },
  );
  expect(sink.bytes).toEqual(whole);
  expect(sink.calls).not.toContain('clear');
  const half = Math.floor(whole.length / 2);
  expect(ranges.slice(0, 2)).toEqual([undefined, `bytes=${half}-`]);
  expect(ranges).toHaveLength(4);
});

function quiet(): void {
  // Nothing is looked at here.
}

async function viaFetch({ url, headers, signal }: HttpRequest): Promise<HttpResponse> {
  const response = await fetch(url, { headers, signal, redirect: 'manual' });
  return {
    status: response.status,
    header: (name) => response.headers.get(name) ?? undefined,
    text: () => response.text(),
    chunks: async function* () {
      for await (const chunk of response.body ?? []) yield chunk as Uint8Array;
    },
    discard: async () => {
      await response.body?.cancel();
    },
  };
}

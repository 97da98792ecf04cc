import { createBlackForestLabs } from '@ai-sdk/black-forest-labs';
import { expect, test } from 'vitest';
import { readImageHeader } from '../../src/core/assets/imageHeader';
import { imageOf, simulate } from './support';

// A client that others wrote for the real service, as it comes. It sends its key to *.bfl.ai, downloads too, so the
// pictures come from the other delivery host that has been seen (bfl-api.md §1.6).
const base = 'https://api.bfl.ai';
const regional = 'https://api.eu2.bfl.ai';
const delivery = 'https://bfldeliveryprodeu4.blob.core.windows.net';

/** The simulator behind the names of the service, and a client of it. */
async function clientOf(apiKey: string) {
  const simulator = await simulate({
    key: 'bfl_good',
    regional: 'other-port',
    publicPollingOrigin: regional,
    publicDeliveryOrigin: delivery,
  });
  const places: Readonly<Record<string, string>> = {
    [base]: new URL(simulator.baseUrl).origin,
    [regional]: simulator.pollingOrigin,
    [delivery]: simulator.deliveryOrigin,
  };
  const provider = createBlackForestLabs({
    apiKey,
    baseURL: `${base}/v1`,
    pollIntervalMillis: 1,
    fetch: (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input);
      return fetch(
        `${places[url.origin] ?? 'http://nowhere.invalid'}${url.pathname}${url.search}`,
        init,
      );
    },
  });
  return { simulator, provider };
}

const call = {
  prompt: 'A lighthouse at dusk',
  n: 1,
  size: undefined,
  aspectRatio: undefined,
  seed: 42,
  files: undefined,
  mask: undefined,
} as const;

test('@ai-sdk/black-forest-labs makes an image', async () => {
  const { simulator, provider } = await clientOf('bfl_good');
  const result = await provider.image('flux-2-pro').doGenerate({
    ...call,
    providerOptions: { blackForestLabs: { width: 1344, height: 768, outputFormat: 'png' } },
  });

  expect(readImageHeader(result.images[0] as Uint8Array)).toEqual({
    format: 'png',
    width: 1344,
    height: 768,
  });
  expect(result.providerMetadata?.['blackForestLabs']?.images).toMatchObject([
    { seed: 42, cost: 3, inputMegapixels: 0, outputMegapixels: 0.98 },
  ]);
  expect(simulator.requests.map((request) => request.listener)).toEqual([
    'api',
    'regional',
    'delivery',
  ]);
});

test('@ai-sdk/black-forest-labs edits an image', async () => {
  const { provider } = await clientOf('bfl_good');
  const data = await imageOf(400, 304);
  const result = await provider.image('flux-kontext-pro').doGenerate({
    ...call,
    aspectRatio: '3:2',
    files: [{ type: 'file', mediaType: 'image/png', data }],
    providerOptions: {},
  });
  expect(readImageHeader(result.images[0] as Uint8Array)).toEqual({
    format: 'png',
    width: 1248,
    height: 832,
  });
});

test("@ai-sdk/black-forest-labs understands the simulator's refusals", async () => {
  const { provider } = await clientOf('bfl_bad');
  const model = provider.image('flux-2-pro');
  await expect(model.doGenerate({ ...call, providerOptions: {} })).rejects.toThrow(
    'Not authenticated - Invalid Authentication',
  );
});

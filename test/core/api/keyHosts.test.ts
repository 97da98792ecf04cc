import { describe, expect, it } from 'vitest';
import type { Provider } from '../../../src/core/api/provider';
import { resolveProvider } from '../../../src/core/api/providers';
import type { HttpRequest } from '../../../src/core/api/transport';
import type { FakeAnswer } from '../../support/fakeTransport';
import { failureOf, key, providerOf, testClient } from '../../support/fluxClient';
import { body, model } from '../../support/creation';
import { MemorySink } from '../../support/memorySink';
import { pending, picture, sample } from '../../support/readyTask';

/** Every provider at its true address, with the hosts that may see its key. */
const providers: readonly (readonly [name: string, Provider, hosts: RegExp])[] = [
  ['demo', providerOf('demo'), /^nobody$/],
  ['bfl', providerOf('bfl'), /^([a-z0-9-]+\.)*bfl\.ai$/],
  ['openai-hk', providerOf('openai-hk'), /^api\.openai-hk\.com$/],
  ['custom with bearer', customWith('bearer'), /^flux\.example\.com$/],
  ['custom with x-key', customWith('x-key'), /^flux\.example\.com$/],
];

/** Where a service may say that its task is; of these only what a provider's hosts match gets the key. */
const pollingUrls = [
  'https://api.eu2.bfl.ai/v1/get_result?id=7',
  'http://api.bfl.ai/v1/get_result?id=7',
  'http://api.eu2.bfl.ai/v1/get_result?id=7',
  'https://api.eu2.bfl.ai:8443/v1/get_result?id=7',
  'https://api.bfl.ai@evil.test/v1/get_result?id=7',
  'https://api.bfl.ai:443@evil.test/v1/get_result?id=7',
  'https://evil.test\\@api.bfl.ai/v1/get_result?id=7',
  'https://api.bfl.ai.evil.test/v1/get_result?id=7',
  'https://evilbfl.ai/v1/get_result?id=7',
  'HTTPS://API.EU2.BFL.AI/v1/get_result?id=7',
  'https://api.bfl.ai./v1/get_result?id=7',
  'https://api.bfl.ai%2eevil.test/v1/get_result?id=7',
  'https://evil.test#.bfl.ai/v1/get_result?id=7',
  'https://evil.test?.bfl.ai',
  'https://аpi.bfl.ai.evil.test/v1/get_result?id=7',
  'https://ｂｆｌ.ai.evil.test/v1/get_result?id=7',
  'https://api.openai-hk.com.evil.test/bfl/v1/get_result?id=7',
  'https://flux.example.com:444/v1/get_result?id=7',
  'http://flux.example.com/v1/get_result?id=7',
  ' \thttps://evil.test/v1/get_result?id=7',
  '//evil.test/v1/get_result?id=7',
  'file:///etc/passwd',
];

const redirects = [301, 302, 303, 307, 308].flatMap((status) =>
  ['https://evil.test/v1/stolen', 'https://api.bfl.ai:8443/v1/stolen', '//evil.test/v1/stolen'].map(
    (location) => ({ status, headers: { location }, body: '' }),
  ),
);

describe.each(providers)('the key of %s goes to its own hosts alone', (_, provider, hosts) => {
  it.each(pollingUrls)('with polling_url %j', async (pollingUrl) => {
    const requests = await makePicture(provider, { created: { id: '7', polling_url: pollingUrl } });
    expect(requests).toHaveLength(3);
    expectKeyAt(requests, hosts);
  });

  it.each(redirects)(
    'where a request is answered by $status to $headers.location',
    async (answer) => {
      const { client, requests, wait } = testClient([answer], { provider });
      await failureOf(client.create(model, body, wait));
      await failureOf(client.poll({ id: '7' }, wait));
      if (provider.hasCredits) await failureOf(client.credits({ ...wait, deadline: 0 }));
      expect(requests.map(({ url }) => url.includes('stolen'))).not.toContain(true);
      expectKeyAt(requests, hosts);
    },
  );

  it('and never to where results lie', async () => {
    for (const link of [sample, `${provider.baseUrl}/results/a.png`]) {
      const requests = await makePicture(provider, { sample: link });
      expect(requests.at(-1)?.url).toBe(link);
      expect(JSON.stringify(requests.at(-1))).not.toContain(key);
    }
  });
});

/** Makes a picture against a service that says these things; what was sent. */
async function makePicture(
  provider: Provider,
  { created = { id: '7' }, sample: link = sample }: { created?: unknown; sample?: string },
): Promise<readonly HttpRequest[]> {
  const answers: readonly FakeAnswer[] = [
    { body: created },
    { body: { ...(pending.body as object), status: 'Ready', result: { sample: link } } },
    { body: picture },
  ];
  const { client, requests, wait } = testClient(answers, { provider });
  const task = await client.create(model, body, wait);
  const finished = await client.poll(task, wait);
  await client.download(task, finished, { ...wait, maxBytes: 10, sink: new MemorySink() });
  return requests;
}

/** The key is in the one header of the requests to these hosts, and in nothing else. */
function expectKeyAt(requests: readonly HttpRequest[], hosts: RegExp): void {
  for (const { url, headers, body: sent } of requests) {
    const { 'x-key': plain, authorization, ...others } = headers;
    const target = new URL(url);
    const isOwn = hosts.test(target.hostname) && target.protocol === 'https:' && target.port === '';
    const isDownload = headers['accept'] === 'image/*';
    expect(plain ?? authorization?.replace('Bearer ', ''), url).toBe(
      isOwn && !isDownload ? key : undefined,
    );
    expect(JSON.stringify([url, others, sent])).not.toContain(key);
  }
}

function customWith(authHeader: 'bearer' | 'x-key'): Provider {
  const custom = { baseUrl: 'https://flux.example.com/v1', authHeader, rate: 1 } as const;
  return resolveProvider('custom', {
    exchangeRate: 4,
    custom: { ...custom, polling: 'polling_url' },
  });
}

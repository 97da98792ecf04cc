import assert from 'node:assert/strict';

import { FluxClient } from '../../src/core/api/client';
import { modelOf } from '../../src/core/api/models';
import { resolveProvider } from '../../src/core/api/providers';
import { systemClock } from '../../src/core/clock';
import { readNetworkSettings } from '../../src/host/network/networkSettings';
import { createUndiciTransport } from '../../src/host/network/undiciTransport';
import { keyColumns, secret } from './support/keyColumns';
import { holdsKey } from './support/keyTraces';
import { networkForSuite } from './support/network';
import { startProxy, type ProxyProcess } from './support/proxyProcess';
import { selfSignedCertificate, startTlsTarget, type TlsTarget } from './support/tlsTarget';

/** Whatever name is asked for, the proxy connects to this machine: the providers' true names stay unasked. */
describe('a proxy on the way to the provider’s true host never sees the key', () => {
  const network = networkForSuite();
  const { transport, close } = createUndiciTransport(readNetworkSettings);
  const lines: string[] = [];
  const say = (line: string) => lines.push(line);
  const log = { trace: say, debug: say, info: say, warn: say, error: say };
  let target: TlsTarget;
  let proxy: ProxyProcess;

  before(async () => {
    const certificate = await selfSignedCertificate('api.example.test');
    target = await startTlsTarget(certificate, (_request, response) => {
      const pollingUrl = 'https://api.eu2.bfl.ai.evil.test/v1/get_result?id=1';
      response.end(JSON.stringify({ id: '1', polling_url: pollingUrl, status: 'Error' }));
    });
  });
  beforeEach(async () => {
    proxy = await startProxy({ targetPort: target.port });
    await network.set({ proxy: `http://${proxy.host}`, proxyStrictSSL: false });
  });
  afterEach(() => proxy.end());
  after(async () => {
    await close();
    target.close();
  });

  for (const { name, id, header, custom } of keyColumns.filter((column) => column.id !== 'demo')) {
    it(name, async () => {
      const provider = resolveProvider(id, {
        exchangeRate: 4,
        custom: {
          ...{ authHeader: 'bearer', polling: 'polling_url', rate: 1, ...custom },
          baseUrl: 'https://api.example.test/v1',
        },
      });
      const { host } = new URL(provider.baseUrl);
      const parts = { provider, key: secret, transport, log, clock: systemClock };
      const client = new FluxClient({ ...parts, random: () => 0.5 });
      const wait = { signal: new AbortController().signal, deadline: Date.now() + 10_000 };
      const earlier = target.requests.length;
      const task = await client.create(modelOf('flux-2-pro'), { prompt: 'A boat' }, wait);
      await assert.rejects(client.poll(task, wait));
      const requests = target.requests.slice(earlier);
      assert.deepEqual(
        requests.map((headers) => [headers.host, holdsKey(String(headers[header ?? '']), secret)]),
        [
          [host, true],
          [host, true],
        ],
      );
      const { heads, bytes } = await proxy.sight();
      assert.deepEqual([...new Set(heads.map(({ line }) => line))], [`CONNECT ${host}:443`]);
      assert.ok(bytes.length > 0);
      assert.ok(!holdsKey(JSON.stringify([heads, bytes, lines]), secret));
    });
  }
});

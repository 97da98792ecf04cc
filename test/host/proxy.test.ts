import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { readNetworkSettings } from '../../src/host/network/networkSettings';
import { createUndiciTransport } from '../../src/host/network/undiciTransport';
import { networkForSuite } from './support/network';
import { startProxy, type ProxyOptions, type ProxyProcess } from './support/proxyProcess';
import {
  selfSignedCertificate,
  startTlsTarget,
  targetName,
  type Certificate,
  type TlsTarget,
} from './support/tlsTarget';

const key = 'the-secret-key';
const never = new AbortController().signal;

describe('the way through a proxy', () => {
  const network = networkForSuite();
  const { transport, close } = createUndiciTransport(readNetworkSettings);
  const proxies: ProxyProcess[] = [];
  const held: (() => void)[] = [];
  let certificate: Certificate;
  let target: TlsTarget;

  before(async () => {
    certificate = await selfSignedCertificate(targetName);
    target = await startTlsTarget(certificate, ({ url }, response) => {
      if (url === '/held') held.push(() => response.end('late'));
      else response.end('hello');
    });
  });
  beforeEach(() => network.set({ proxyStrictSSL: false }));
  afterEach(() => Promise.all(proxies.splice(0).map((proxy) => proxy.end())));
  after(async () => {
    await close();
    target.close();
  });

  async function proxyWith(options: Partial<ProxyOptions> = {}): Promise<ProxyProcess> {
    const proxy = await startProxy({ targetPort: target.port, ...options });
    proxies.push(proxy);
    return proxy;
  }

  async function post(url = `https://${targetName}/v1`): Promise<string> {
    const headers = { 'x-key': key };
    const response = await transport({ method: 'POST', url, headers, body: key, signal: never });
    return response.text();
  }

  it('gives the proxy a name and its own credentials, and the key to the service alone', async () => {
    const proxy = await proxyWith({ credentials: 'ann@corp:p:/ w' });
    await network.set({ proxy: `http://ann%40corp:p%3A%2F%20w@${proxy.host}` });
    assert.equal(await post(), 'hello');
    assert.equal(target.requests.at(-1)?.['x-key'], key);
    assert.equal(target.requests.at(-1)?.['proxy-authorization'], undefined);
    const { heads, bytes } = await proxy.sight();
    assert.equal(heads.length, 1);
    assert.equal(heads[0]?.line, `CONNECT ${targetName}:443`);
    assert.deepEqual(heads[0].headers, {
      connection: 'close',
      'proxy-connection': 'keep-alive',
      host: `${targetName}:443`,
      'proxy-authorization': `Basic ${Buffer.from('ann@corp:p:/ w').toString('base64')}`,
    });
    assert.ok(bytes.length > 0 && !bytes.includes(key), 'the key crossed the proxy in the open');
  });

  it('takes the credentials of http.proxyAuthorization where the proxy’s address has none', async () => {
    const proxy = await proxyWith({ credentials: 'ann:pw' });
    const proxyAuthorization = `Basic ${Buffer.from('ann:pw').toString('base64')}`;
    await network.set({ proxy: `http://${proxy.host}`, proxyAuthorization });
    assert.equal(await post(), 'hello');
  });

  it('is kept for later requests', async () => {
    const proxy = await proxyWith();
    await network.set({ proxy: `http://${proxy.host}` });
    for (let requests = 0; requests < 5; requests++) await post();
    // undici lends a connection out again a moment after the answer's end, so a second one may be made.
    assert.ok((await proxy.sight()).heads.length <= 2);
  });

  it('is an https proxy’s too', async () => {
    const proxy = await proxyWith({ certificate });
    await network.set({ proxy: `https://${proxy.host}` });
    assert.equal(await post(), 'hello');
    assert.equal((await proxy.sight()).heads.length, 1);
  });

  for (const name of ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'] as const) {
    it(`is that of ${name}, where the settings name no proxy`, async () => {
      const proxy = await proxyWith();
      network.setVariable(name, `http://${proxy.host}`);
      assert.equal(await post(), 'hello');
      assert.equal((await proxy.sight()).heads.length, 1);
    });
  }

  // 0.0.0.0 leads to this machine as well, but doesn't count as it: it stands for a host of the outside.
  const outside = () => `https://0.0.0.0:${target.port}/v1`;

  for (const [what, settings, variable] of [
    ['http.noProxy', { noProxy: ['0.0.0.0'] }, ''],
    ['NO_PROXY', {}, '0.0.0.0'],
    ['http.proxySupport off', { proxySupport: 'off' }, ''],
  ] as const) {
    it(`is not taken because of ${what}`, async () => {
      const proxy = await proxyWith();
      await network.set({ proxy: `http://${proxy.host}`, ...settings });
      network.setVariable('NO_PROXY', variable);
      assert.equal(await post(outside()), 'hello');
      assert.deepEqual((await proxy.sight()).heads, []);
      await network.set({ noProxy: undefined, proxySupport: undefined });
      network.setVariable('NO_PROXY', '');
      assert.equal(await post(outside()), 'hello');
      assert.equal((await proxy.sight()).heads.length, 1);
    });
  }

  it('is not taken to this very machine', async () => {
    const proxy = await proxyWith();
    await network.set({ proxy: `http://${proxy.host}` });
    network.setVariable('HTTP_PROXY', `http://${proxy.host}`);
    const server = createServer((_request, response) => response.end('here'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    assert.equal(await post(`http://127.0.0.1:${port}/`), 'here');
    assert.equal(await post(`http://localhost:${port}/`), 'here');
    assert.equal(await post(`https://127.0.0.1:${target.port}/`), 'hello');
    server.close();
    assert.deepEqual((await proxy.sight()).heads, []);
  });

  it('changes with the next request, and what is under way ends as it began', async () => {
    const [first, second] = [await proxyWith(), await proxyWith()];
    await network.set({ proxy: `http://${first.host}` });
    const waiting = post(`https://${targetName}/held`);
    await until(() => held.length === 1);
    await network.set({ proxy: `http://${second.host}` });
    assert.equal(await post(), 'hello');
    held.splice(0).forEach((answer) => {
      answer();
    });
    assert.equal(await waiting, 'late');
    assert.equal((await first.sight()).heads.length, 1);
    assert.equal((await second.sight()).heads.length, 1);
  });
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}

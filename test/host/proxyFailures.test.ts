import assert from 'node:assert/strict';
import { createServer as createTcpServer, type AddressInfo, type Server } from 'node:net';
import { inspect } from 'node:util';

import { TransportError } from '../../src/core/api/transport';
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

const credentials = 'ann:the-password';
const encoded = Buffer.from(credentials).toString('base64');

describe('a proxy that does not serve', () => {
  const network = networkForSuite();
  const { transport, close } = createUndiciTransport(readNetworkSettings, 500);
  const ends: (() => unknown)[] = [];
  let certificate: Certificate;
  let target: TlsTarget;

  before(async () => {
    certificate = await selfSignedCertificate(targetName);
    target = await startTlsTarget(certificate);
  });
  beforeEach(() => network.set({ proxyStrictSSL: false }));
  afterEach(() => Promise.all(ends.splice(0).map((end) => end())));
  after(async () => {
    await close();
    target.close();
  });

  async function proxyWith(options: Partial<ProxyOptions>): Promise<ProxyProcess> {
    const proxy = await startProxy({ targetPort: target.port, ...options });
    ends.push(proxy.end);
    return proxy;
  }

  /** What the request comes to: certainly not sent, and without the proxy's credentials anywhere in it. */
  async function failure(url = `https://${targetName}/v1`): Promise<string> {
    const before = target.requests.length;
    const signal = new AbortController().signal;
    const request = transport({ method: 'POST', url, headers: {}, body: '{}', signal });
    const error: unknown = await request.then(
      () => assert.fail('it was answered'),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof TransportError);
    assert.equal(error.sent, false);
    assert.equal(target.requests.length, before);
    const everything = inspect(error, { depth: Infinity, showHidden: true });
    assert.ok(!everything.includes('the-password') && !everything.includes(encoded), everything);
    return error.message;
  }

  for (const [what, options, words] of [
    [
      'asks for other credentials',
      { credentials: 'ann:other' },
      /asks for other credentials \(407\)/,
    ],
    ['forbids the host', { status: 403 }, /refuses to connect to api\.example\.test:443 \(403\)/],
    ['cannot reach the host', { status: 502 }, /refuses to connect to .* \(502\)/],
    ['hangs up', { manner: 'hanging up' }, /No connection through the proxy 127\.0\.0\.1/],
    ['never answers', { manner: 'silent' }, /No connection through .*: Headers Timeout/],
  ] as const) {
    it(`${what}: in words, and nothing was sent`, async () => {
      const proxy = await proxyWith(options);
      await network.set({ proxy: `http://${credentials}@${proxy.host}` });
      assert.match(await failure(), words);
      assert.equal((await proxy.sight()).heads.length, 1);
    });
  }

  it('is not there: in words, and nothing was sent', async () => {
    const server = createTcpServer();
    const port = await listening(server);
    await new Promise((resolve) => server.close(resolve));
    await network.set({ proxy: `http://${credentials}@127.0.0.1:${port}` });
    assert.match(await failure(), /No connection through the proxy .*ECONNREFUSED/);
  });

  it('speaks no language that we speak: in words, and nothing was sent', async () => {
    await network.set({ proxy: `socks5://${credentials}@127.0.0.1:1080` });
    assert.match(
      await failure(),
      /cannot be used: it must be http:\/\/ or https:\/\/, not “socks5”/,
    );
  });

  it('leads to a host that answers no TLS: nothing was sent', async () => {
    const server = createTcpServer((socket) => socket.resume());
    ends.push(() => server.close());
    const proxy = await proxyWith({ targetPort: await listening(server) });
    await network.set({ proxy: `http://${proxy.host}` });
    assert.match(await failure(), /Connect Timeout/);
  });

  for (const [what, isProxyTls, url] of [
    ['the service behind a proxy', false, `https://${targetName}/v1`],
    ['the proxy itself', true, `https://${targetName}/v1`],
    ['the service without a proxy', undefined, ''],
  ] as const) {
    it(`is no concern of the certificate of ${what} unless http.proxyStrictSSL is false`, async () => {
      const address = url === '' ? `https://127.0.0.1:${target.port}/v1` : url;
      if (isProxyTls !== undefined) {
        const proxy = await proxyWith(isProxyTls ? { certificate } : {});
        await network.set({ proxy: `${isProxyTls ? 'https' : 'http'}://${proxy.host}` });
      }
      await network.set({ proxyStrictSSL: true });
      assert.match(await failure(address), /self-signed certificate/);
      await network.set({ proxyStrictSSL: false });
      const signal = new AbortController().signal;
      const response = await transport({ method: 'GET', url: address, headers: {}, signal });
      assert.equal(await response.text(), 'hello');
      await network.set({ proxyStrictSSL: true });
      assert.match(await failure(address), /self-signed certificate/);
    });
  }
});

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

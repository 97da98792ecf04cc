import assert from 'node:assert/strict';
import type { LookupAddress } from 'node:dns';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

import { createPublicLookup } from '../../src/host/network/publicLookup';
import { createUndiciTransport } from '../../src/host/network/undiciTransport';
import { readNetworkSettings } from '../../src/host/network/networkSettings';

/** What the lookup says of a name with these addresses. */
function looksUp(addresses: readonly string[]): Promise<string> {
  const found: LookupAddress[] = addresses.map((address) => ({
    address,
    family: address.includes(':') ? 6 : 4,
  }));
  const system = ((_name: string, _options: unknown, callback: (...args: unknown[]) => void) => {
    callback(null, found);
  }) as unknown as Parameters<typeof createPublicLookup>[0];
  return new Promise((resolve) => {
    createPublicLookup(system)('pictures.example', { all: true }, (error, given) => {
      resolve(error === null ? JSON.stringify(given) : error.message);
    });
  });
}

describe('where a name on the internet may lead', () => {
  it('to public addresses', async () => {
    const found = await looksUp(['8.8.8.8', '2606:4700::1111']);
    assert.match(found, /8\.8\.8\.8.*2606:4700::1111/);
  });

  for (const address of [
    '127.0.0.1',
    '10.1.2.3',
    '169.254.169.254',
    '192.168.1.1',
    '::1',
    'fd00::1',
    'fe80::1',
    '::ffff:10.0.0.1',
  ]) {
    it(`not to ${address}, even beside a public one`, async () => {
      const expected = 'pictures.example leads into a private network';
      assert.equal(await looksUp(['8.8.8.8', address]), expected);
    });
  }

  it('so that nothing is sent there', async () => {
    let heard = 0;
    const server = createServer((_question, answer) => {
      heard += 1;
      answer.end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { transport, close } = createUndiciTransport(readNetworkSettings);
    const url = `http://localhost:${(server.address() as AddressInfo).port}/`;
    const ask = (publicOnly: boolean) => {
      const { signal } = new AbortController();
      return transport({ method: 'GET', url, headers: {}, signal, publicOnly });
    };
    await assert.rejects(ask(true), { name: 'TransportError', sent: false });
    assert.equal(heard, 0);
    await (await ask(false)).discard();
    assert.equal(heard, 1);
    await close();
    server.close();
  });
});

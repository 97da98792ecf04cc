import assert from 'node:assert/strict';

import { readNetworkSettings } from '../../src/host/network/networkSettings';
import { networkForSuite } from './support/network';

describe('the settings that decide on proxies and certificates', () => {
  const network = networkForSuite();

  it('ask for nothing by themselves', () => {
    const { environment, ...settings } = readNetworkSettings();
    assert.deepEqual(settings, {
      proxy: '',
      noProxy: [],
      proxySupport: 'override',
      proxyAuthorization: '',
      proxyStrictSSL: true,
      systemCertificates: true,
    });
    assert.ok(Object.values(environment).every((value) => value === undefined));
  });

  it('are the editor’s, and the environment’s as it is now', async () => {
    const given = {
      proxy: 'http://proxy.test:8080',
      noProxy: ['a.test', 'b.test'],
      proxySupport: 'off',
      proxyAuthorization: 'Basic eA==',
      proxyStrictSSL: false,
      systemCertificates: false,
    };
    await network.set(given);
    network.setVariable('HTTPS_PROXY', 'http://other.test');
    const { environment, ...settings } = readNetworkSettings();
    assert.deepEqual(settings, given);
    assert.equal(environment.HTTPS_PROXY, 'http://other.test');
  });

  it('count as unset where they are of the wrong kind', async () => {
    await network.set({ noProxy: [1, 'a.test'], proxyStrictSSL: 'no' });
    const { noProxy, proxyStrictSSL } = readNetworkSettings();
    assert.deepEqual([noProxy, proxyStrictSSL], [['a.test'], true]);
  });
});

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startProxy, type ProxyProcess } from './support/proxyProcess';
import {
  selfSignedCertificate,
  startTlsTarget,
  targetName,
  type TlsTarget,
} from './support/tlsTarget';
import {
  networkSettings,
  runTransport,
  type TransportOutcome,
  type TransportRun,
} from './support/transportProcess';

describe('certificates that the user trusts, with and without a proxy', () => {
  let folder: string;
  let file: string;
  let target: TlsTarget;
  let proxy: ProxyProcess;

  before(async () => {
    const certificate = await selfSignedCertificate(targetName);
    const proxyCertificate = await selfSignedCertificate();
    folder = await mkdtemp(join(tmpdir(), 'flux-assets-'));
    file = join(folder, 'own.pem');
    await writeFile(file, `${certificate.cert}\n${proxyCertificate.cert}`);
    target = await startTlsTarget(certificate);
    proxy = await startProxy({ targetPort: target.port, certificate: proxyCertificate });
  });
  after(async () => {
    target.close();
    await proxy.end();
    await rm(folder, { recursive: true });
  });

  const direct = (): TransportRun => ({
    url: `https://127.0.0.1:${target.port}/`,
    settings: networkSettings(),
  });
  const proxied = (): TransportRun => ({
    url: `https://${targetName}/`,
    settings: networkSettings({ proxy: `https://${proxy.host}` }),
  });
  const withStore = (run: TransportRun): TransportRun => ({
    ...run,
    settings: { ...run.settings, systemCertificates: true },
  });
  const assertUnknown = (outcome: TransportOutcome) => {
    assert.ok('message' in outcome, 'it was trusted');
    assert.match(outcome.message, /self-signed certificate/);
    assert.equal(outcome.sent, false);
  };

  for (const [what, run] of [
    ['without a proxy', direct],
    ['through an https proxy', proxied],
  ] as const) {
    it(`are those of NODE_EXTRA_CA_CERTS, ${what}`, async () => {
      const extra = { NODE_EXTRA_CA_CERTS: file };
      assert.deepEqual(await runTransport(run(), extra), { answer: 'hello' });
      assert.deepEqual(await runTransport(withStore(run()), extra), { answer: 'hello' });
    });
  }

  it('are those of NODE_EXTRA_CA_CERTS where Node knows no system store', async () => {
    const run = { ...withStore(direct()), lacksSystemStore: true };
    assertUnknown(await runTransport(run, {}));
    assert.deepEqual(await runTransport(run, { NODE_EXTRA_CA_CERTS: file }), { answer: 'hello' });
  });

  it('are no others', async () => {
    assertUnknown(await runTransport(withStore(direct()), {}));
  });

  // Elsewhere the store is a keychain, in which no test should write.
  if (process.platform === 'linux') {
    for (const [what, run] of [
      ['without a proxy', direct],
      ['through an https proxy', proxied],
    ] as const) {
      it(`are those of the system, unless http.systemCertificates is false, ${what}`, async () => {
        const system = { SSL_CERT_FILE: file, SSL_CERT_DIR: folder };
        assert.deepEqual(await runTransport(withStore(run()), system), { answer: 'hello' });
        assertUnknown(await runTransport(run(), system));
      });
    }
  }
});

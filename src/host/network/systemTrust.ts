import { once } from 'node:events';
import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls';
import { Worker } from 'node:worker_threads';

/** A store that takes longer is done without. */
const READ_TIMEOUT_MS = 10_000;

/** In a thread of its own, as the editor reads it on macOS: there the call blocks for seconds. */
const READ_SYSTEM_STORE = `
  const { getCACertificates } = require('node:tls');
  require('node:worker_threads').parentPort.postMessage(getCACertificates('system'));
`;

/**
 * Trust in the system's certificates beside those that Node trusts anyway (its own and `NODE_EXTRA_CA_CERTS`). Read
 * once, when it is first asked for, and made into one context, since parsing hundreds of certificates takes 20 ms for
 * each connection. `undefined`, which leaves Node's trust as it is, where the store cannot be read or adds nothing.
 */
export class SystemTrust {
  private reading: Promise<SecureContext | undefined> | undefined;

  context(): Promise<SecureContext | undefined> {
    return (this.reading ??= read().catch(() => undefined));
  }
}

async function read(): Promise<SecureContext | undefined> {
  // Throws where Node is older than 22.15, which has no such function.
  const known = getCACertificates('default');
  const worker = new Worker(READ_SYSTEM_STORE, { eval: true });
  try {
    const timeout = AbortSignal.timeout(READ_TIMEOUT_MS);
    const [system] = (await once(worker, 'message', { signal: timeout })) as [string[]];
    const all = new Set([...known, ...system]);
    return all.size === new Set(known).size ? undefined : createSecureContext({ ca: [...all] });
  } finally {
    void worker.terminate();
  }
}

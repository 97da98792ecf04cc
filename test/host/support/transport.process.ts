import tls from 'node:tls';

import { createUndiciTransport } from '../../../src/host/network/undiciTransport';
import type { TransportError } from '../../../src/core/api/transport';
import type { TransportRun, TransportOutcome } from './transportProcess';

// One request by the transport, in a process with an environment of its own.

const { url, settings, lacksSystemStore } = JSON.parse(process.argv[2] ?? '') as TransportRun;
// As in Node before 22.15.
if (lacksSystemStore) Reflect.deleteProperty(tls, 'getCACertificates');

const { transport, close } = createUndiciTransport(() => settings);
const signal = new AbortController().signal;

void transport({ method: 'GET', url, headers: {}, signal })
  .then(async (response): Promise<TransportOutcome> => ({ answer: await response.text() }))
  .catch((error: unknown): TransportOutcome => {
    const { message, sent } = error as TransportError;
    return { message, sent };
  })
  .then(async (outcome) => {
    await close();
    process.send?.(outcome, () => {
      process.disconnect();
    });
  });

import { request } from 'undici';
import { messageOf } from '../../core/api/failure';
import { TransportError, type HttpResponse, type Transport } from '../../core/api/transport';
import { Connections } from './connections';
import { NeverConnected } from './neverConnected';
import type { NetworkSettings } from './networkSettings';

const CONNECT_TIMEOUT_MS = 10_000;
/** While the disk takes a piece, so much of a body gathers for the next one. In bytes. */
const GATHERED = 512 * 1024;

/**
 * A `Transport` on undici with kept-alive connections; `close` ends them. `settings` is asked for each request, so that
 * a change holds from the next one on. `connectTimeoutMs` bounds each step of making a connection.
 */
export function createUndiciTransport(
  settings: () => NetworkSettings,
  connectTimeoutMs = CONNECT_TIMEOUT_MS,
): {
  readonly transport: Transport;
  readonly close: () => Promise<void>;
} {
  const connections = new Connections({ settings, connectTimeoutMs });
  const transport: Transport = async ({ method, url, headers, body, signal, publicOnly }) => {
    const asTransportError = (error: unknown): never => {
      signal.throwIfAborted();
      throw transportErrorOf(error);
    };
    const response = await request(url, {
      method,
      headers: { ...headers },
      body: body ?? null,
      highWaterMark: GATHERED,
      signal,
      dispatcher: connections.agent(publicOnly === true),
    }).catch(asTransportError);
    return {
      status: response.statusCode,
      header: (name) => {
        const value = response.headers[name];
        return Array.isArray(value) ? value.join(', ') : value;
      },
      text: () => response.body.text().catch(asTransportError),
      chunks: async function* () {
        try {
          for await (const chunk of response.body) yield chunk as Uint8Array;
        } catch (error) {
          asTransportError(error);
        }
      },
      discard: () => response.body.dump().catch(() => undefined),
    } satisfies HttpResponse;
  };
  return { transport, close: () => connections.close() };
}

function transportErrorOf(error: unknown): TransportError {
  return new TransportError(messageOf(error), !(error instanceof NeverConnected), { cause: error });
}

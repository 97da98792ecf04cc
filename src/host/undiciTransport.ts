import { Agent, request } from 'undici';

import { TransportError, type HttpResponse, type Transport } from '../core/api/transport';

/** undici waits 300 s for headers by default; a server that never answers must hold nobody that long. */
const LEG_TIMEOUT_MS = 30_000;
const CONNECT_TIMEOUT_MS = 10_000;

/** Errors of a connection that was never made, so that the request cannot have reached the server. */
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** A `Transport` on undici with kept-alive connections; `close` ends them. */
export function createUndiciTransport(): {
  readonly transport: Transport;
  readonly close: () => Promise<void>;
} {
  const agent = new Agent({
    connectTimeout: CONNECT_TIMEOUT_MS,
    headersTimeout: LEG_TIMEOUT_MS,
    bodyTimeout: LEG_TIMEOUT_MS,
  });
  const transport: Transport = async ({ method, url, headers, body, signal }) => {
    const asTransportError = (error: unknown): never => {
      signal.throwIfAborted();
      throw transportErrorOf(error);
    };
    const response = await request(url, {
      method,
      headers: { ...headers },
      body: body ?? null,
      signal,
      dispatcher: agent,
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
  return { transport, close: () => agent.destroy() };
}

function transportErrorOf(error: unknown): TransportError {
  const codes = codesOf(error);
  const sent = codes.length === 0 || !codes.every((code) => NEVER_CONNECTED.has(code));
  const message = error instanceof Error && error.message !== '' ? error.message : codes.join(', ');
  return new TransportError(message, sent, { cause: error });
}

/** A host with several addresses fails with one error for each of them. */
function codesOf(error: unknown): string[] {
  if (error instanceof AggregateError) return error.errors.flatMap(codesOf);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? [code] : [];
}

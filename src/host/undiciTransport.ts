import { Agent, request } from 'undici';
import { TransportError, type HttpResponse, type Transport } from '../core/api/transport';

const CONNECT_TIMEOUT_MS = 10_000;

/** Error codes of undici's own that mean that the connection was never made, so that nothing can have arrived. */
const NEVER_CONNECTED =
  /^(UND_ERR_CONNECT_TIMEOUT|CERT_|DEPTH_ZERO_|ERR_TLS_|SELF_SIGNED_|UNABLE_TO_)/;
/** The system calls that come before a connection; whatever they answer, nothing was sent. */
const BEFORE_CONNECTION = new Set(['connect', 'getaddrinfo']);

/** A `Transport` on undici with kept-alive connections; `close` ends them. */
export function createUndiciTransport(): {
  readonly transport: Transport;
  readonly close: () => Promise<void>;
} {
  // undici counts its time-outs from the first byte sent, so they would cut off a long upload; core watches each leg.
  const agent = new Agent({
    connectTimeout: CONNECT_TIMEOUT_MS,
    headersTimeout: 0,
    bodyTimeout: 0,
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
  const message = error instanceof Error && error.message !== '' ? error.message : codesOf(error);
  return new TransportError(message, !neverConnected(error), { cause: error });
}

/** Whether an error says that no connection was made. A host with several addresses fails with one error for each. */
export function neverConnected(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.every(neverConnected);
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as Error & {
    readonly code?: unknown;
    readonly syscall?: unknown;
  };
  const isBefore = typeof syscall === 'string' && BEFORE_CONNECTION.has(syscall);
  return isBefore || (typeof code === 'string' && NEVER_CONNECTED.test(code));
}

function codesOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(codesOf).join(', ');
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

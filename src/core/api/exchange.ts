import type { FluxClientOptions } from './client';
import { messageOf } from './failure';
import { withoutKey } from './keyMask';
import { legTimeoutMs, runLeg } from './leg';
import type { Stage } from './stage';
import { fail } from './stage';
import type { HttpRequest } from './transport';
import { keyMayGoTo } from './trust';

/** A whole answer of the API, of any status. */
export interface Answer {
  readonly kind: 'answer';
  readonly status: number;
  readonly retryAfter?: string;
  readonly text: string;
  /** The body parsed; `undefined` where it is not JSON. */
  readonly json: unknown;
}

/** An exchange that ended without a whole answer. */
export interface NoAnswer {
  readonly kind: 'no answer';
  /** False only where the connection was certainly never made. */
  readonly sent: boolean;
  /** What the connection says of it, without the key. */
  readonly cause: string;
}

/** One request to the API. */
interface Call {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly body?: string;
  readonly signal: AbortSignal;
  /** Wall-clock ms since the epoch. */
  readonly until?: number;
  /** What it means when this call is canceled. */
  readonly stage: Stage;
}

/** An upload gets a second more for each 100 kB, which a slow line needs. */
const uploadBytesPerMs = 100;

/** One call of the API, with the key where it may go. Rejects only with `canceled`. */
export async function callApi(client: FluxClientOptions, call: Call): Promise<Answer | NoAnswer> {
  const { clock, log, transport } = client;
  const { method, url, body, signal, until, stage } = call;
  const started = clock.now();
  const idleMs = legTimeoutMs + Math.floor((body?.length ?? 0) / uploadBytesPerMs);
  const describe = (outcome: string) =>
    `${method} ${hostAndPath(url)} ${outcome} in ${String(clock.now() - started)} ms`;
  const progress = { responded: false };
  try {
    return await runLeg(
      clock,
      { signal, idleMs, ...(until !== undefined && { until }) },
      async (legSignal) => {
        const response = await transport({
          method,
          url,
          signal: legSignal,
          headers: headersOf(client, call),
          ...(body !== undefined && { body }),
        });
        progress.responded = true;
        const text = await response.text();
        const retryAfter = response.header('retry-after');
        log.debug(describe(String(response.status)));
        return {
          kind: 'answer',
          status: response.status,
          text,
          json: parseJson(text),
          ...(retryAfter !== undefined && { retryAfter }),
        };
      },
    );
  } catch (error) {
    if (signal.aborted) throw fail(stage, 'canceled');
    log.debug(describe(`failed: ${withoutKey(String(error), client.key)}`));
    return {
      kind: 'no answer',
      sent: progress.responded || !wasNeverSent(error),
      cause: withoutKey(messageOf(error), client.key),
    };
  }
}

/** Host and path for the log; a query may hold a signature. */
export function hostAndPath(url: string): string {
  const { host, pathname } = new URL(url);
  return host + pathname;
}

/** Whether a transport says that the connection was never made. Told by name: bundles may hold two copies. */
function wasNeverSent(error: unknown): boolean {
  return (
    error instanceof Error &&
    error.name === 'TransportError' &&
    'sent' in error &&
    error.sent === false
  );
}

function headersOf(client: FluxClientOptions, { url, body }: Call): HttpRequest['headers'] {
  const { provider, key } = client;
  const mayCarryKey = key !== undefined && keyMayGoTo(url, provider);
  return {
    accept: 'application/json',
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(mayCarryKey && provider.auth === 'x-key' && { 'x-key': key }),
    ...(mayCarryKey && provider.auth === 'bearer' && { authorization: `Bearer ${key}` }),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

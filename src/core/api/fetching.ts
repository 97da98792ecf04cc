import type { FluxClientOptions, WaitOptions } from './client';
import { hostAndPath } from './exchange';
import { messageOf } from './failure';
import { withoutKey } from './keyMask';
import type { Leg } from './leg';
import { legTimeoutMs, runLeg } from './leg';
import type { Stage } from './stage';
import { fail } from './stage';
import type { Transfer } from './transfer';
import type { HttpResponse } from './transport';
import { isWhereProviderIs, resultMayComeFrom } from './trust';

/** How one try to fetch a result ended. */
export type Fetched =
  /** All of it is in the sink. */
  | { readonly kind: 'whole' }
  /** What is in the sink cannot be gone on from; the next try starts anew. */
  | { readonly kind: 'misfit' }
  /** The link, or where it redirects to, is not one to fetch from. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'too large' }
  /** The link is not good any more. */
  | { readonly kind: 'dead'; readonly httpStatus?: number }
  /** Worth another try. */
  | {
      readonly kind: 'broken';
      readonly httpStatus?: number;
      readonly retryAfter?: string;
      /** What the connection says of it, without the key. */
      readonly cause?: string;
    };

const mostRedirects = 3;

/** Fetches a result, or its rest, once, without the key. Rejects only with `canceled` or what the sink rejects with. */
export async function fetchResult(
  client: FluxClientOptions,
  link: string,
  transfer: Transfer,
  wait: WaitOptions,
  stage: Stage,
): Promise<Fetched> {
  let url = link;
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    if (!resultMayComeFrom(url, client.provider)) break;
    const next = await fetchHop(client, url, transfer, wait, stage);
    if (typeof next !== 'string') return next;
    url = next;
  }
  return { kind: 'refused' };
}

/** One exchange: the result, or where it redirects to. */
async function fetchHop(
  client: FluxClientOptions,
  url: string,
  transfer: Transfer,
  { signal, deadline }: WaitOptions,
  stage: Stage,
): Promise<Fetched | string> {
  const { clock, log, transport } = client;
  const started = clock.now();
  const describe = (outcome: string) =>
    `GET ${hostAndPath(url)} ${outcome} in ${String(clock.now() - started)} ms`;
  const rest = transfer.headersFor(url);
  try {
    return await runLeg(
      clock,
      { signal, idleMs: legTimeoutMs, until: deadline },
      async (legSignal, leg) => {
        const response = await transport({
          method: 'GET',
          url,
          // Compressed, the length in the header would not be the one that arrives.
          headers: { accept: 'image/*', 'accept-encoding': 'identity', ...rest },
          publicOnly: !isWhereProviderIs(url, client.provider),
          signal: legSignal,
        });
        leg.alive();
        const isPart = 'range' in rest;
        const outcome = await read({ response, url, transfer, isPart, leg, signal: legSignal });
        log.debug(describe(String(response.status)));
        return outcome;
      },
    );
  } catch (error) {
    if (signal.aborted) throw fail(stage, 'canceled');
    log.debug(describe(`failed: ${withoutKey(String(error), client.key)}`));
    if (transfer.sinkFailure !== undefined) throw transfer.sinkFailure.error;
    // The last byte is there; what the connection did after it does not matter.
    if (transfer.isWhole) return { kind: 'whole' };
    return { kind: 'broken', cause: withoutKey(messageOf(error), client.key) };
  }
}

interface Hop {
  readonly response: HttpResponse;
  readonly url: string;
  readonly transfer: Transfer;
  /** Whether the rest alone was asked for. */
  readonly isPart: boolean;
  readonly leg: Leg;
  readonly signal: AbortSignal;
}

async function read(hop: Hop): Promise<Fetched | string> {
  const { response, url, transfer, isPart, signal } = hop;
  const { status } = response;
  // A connection that does not listen must not touch what the next one has begun.
  if (signal.aborted) await discard(response);
  signal.throwIfAborted();
  if (status >= 200 && status < 300) return readBody(hop);
  await discard(response);
  const location = response.header('location');
  if (status >= 300 && status < 400 && location !== undefined) {
    return URL.canParse(location, url) ? new URL(location, url).href : { kind: 'refused' };
  }
  if (status === 416 && isPart) {
    transfer.forget();
    return { kind: 'misfit' };
  }
  if (status === 408 || status === 429 || status >= 500) {
    const retryAfter = response.header('retry-after');
    return { kind: 'broken', httpStatus: status, ...(retryAfter !== undefined && { retryAfter }) };
  }
  return { kind: 'dead', httpStatus: status };
}

async function readBody({ response, url, transfer, isPart, leg, signal }: Hop): Promise<Fetched> {
  const fit = await leg.aside(transfer.begin(response, url)).catch(async (error: unknown) => {
    await discard(response);
    throw error;
  });
  if (fit === 'too large' || fit === 'misfit') {
    await discard(response);
    // A part that nobody asked for would come again at once.
    return fit === 'misfit' && !isPart
      ? { kind: 'broken', cause: 'a part arrived instead of the whole' }
      : { kind: fit };
  }
  for await (const piece of response.chunks()) {
    signal.throwIfAborted();
    leg.alive();
    const taken = await leg.aside(transfer.take(piece));
    if (taken === 'too large') return { kind: 'too large' };
    if (taken === 'too long') return { kind: 'broken', cause: 'more bytes arrived than announced' };
  }
  const { shortage } = transfer;
  return shortage === undefined ? { kind: 'whole' } : { kind: 'broken', cause: shortage };
}

/** What the answer is does not change when its unwanted body breaks off. */
async function discard(response: HttpResponse): Promise<void> {
  await response.discard().catch(() => undefined);
}

import type { FluxClientOptions } from './client';
import type { DownloadOptions } from './downloading';
import { hostAndPath } from './exchange';
import { messageOf } from './failure';
import { legTimeoutMs, runLeg } from './leg';
import type { Stage } from './stage';
import { fail, withoutKey } from './stage';
import type { HttpResponse } from './transport';
import { resultMayComeFrom } from './trust';

/** How one try to fetch a result ended. */
export type Fetched =
  | { readonly kind: 'whole'; readonly bytes: Uint8Array<ArrayBuffer> }
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

/** Fetches a result once, without the key. Rejects only with `canceled`. */
export async function fetchResult(
  client: FluxClientOptions,
  link: string,
  options: DownloadOptions,
  stage: Stage,
): Promise<Fetched> {
  let url = link;
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    if (!resultMayComeFrom(url, client.provider)) break;
    const next = await fetchHop(client, url, options, stage);
    if (typeof next !== 'string') return next;
    url = next;
  }
  return { kind: 'refused' };
}

/** One exchange: the result, or where it redirects to. */
async function fetchHop(
  client: FluxClientOptions,
  url: string,
  { signal, deadline, maxBytes }: DownloadOptions,
  stage: Stage,
): Promise<Fetched | string> {
  const { clock, log, transport } = client;
  const started = clock.now();
  const describe = (outcome: string) =>
    `GET ${hostAndPath(url)} ${outcome} in ${String(clock.now() - started)} ms`;
  try {
    return await runLeg(
      clock,
      { signal, idleMs: legTimeoutMs, until: deadline },
      async (legSignal, alive) => {
        const response = await transport({
          method: 'GET',
          url,
          // Compressed, the length in the header would not be the one that arrives.
          headers: { accept: 'image/*', 'accept-encoding': 'identity' },
          signal: legSignal,
        });
        alive();
        const outcome = await read(response, url, maxBytes, alive);
        log.debug(describe(String(response.status)));
        return outcome;
      },
    );
  } catch (error) {
    if (signal.aborted) throw fail(stage, 'canceled');
    log.debug(describe(`failed: ${withoutKey(String(error), client.key)}`));
    return { kind: 'broken', cause: withoutKey(messageOf(error), client.key) };
  }
}

async function read(
  response: HttpResponse,
  url: string,
  maxBytes: number,
  alive: () => void,
): Promise<Fetched | string> {
  const { status } = response;
  if (status >= 200 && status < 300) return readBytes(response, maxBytes, alive);
  await discard(response);
  const location = response.header('location');
  if (status >= 300 && status < 400 && location !== undefined) {
    return URL.canParse(location, url) ? new URL(location, url).href : { kind: 'refused' };
  }
  if (status === 408 || status === 429 || status >= 500) {
    const retryAfter = response.header('retry-after');
    return { kind: 'broken', httpStatus: status, ...(retryAfter !== undefined && { retryAfter }) };
  }
  return { kind: 'dead', httpStatus: status };
}

async function readBytes(
  response: HttpResponse,
  maxBytes: number,
  alive: () => void,
): Promise<Fetched> {
  const announced = lengthOf(response);
  if (announced !== undefined && announced > maxBytes) {
    await discard(response);
    return { kind: 'too large' };
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.chunks()) {
    alive();
    length += chunk.length;
    if (length > maxBytes) return { kind: 'too large' };
    chunks.push(chunk);
  }
  if (announced !== undefined && announced !== length) {
    return { kind: 'broken', cause: `${String(length)} of ${String(announced)} bytes arrived` };
  }
  return { kind: 'whole', bytes: concatenate(chunks, length) };
}

/** What the answer is does not change when its unwanted body breaks off. */
async function discard(response: HttpResponse): Promise<void> {
  await response.discard().catch(() => undefined);
}

/** The announced size in bytes, where it can be held against what arrives. */
function lengthOf(response: HttpResponse): number | undefined {
  const value = response.header('content-length') ?? '';
  const isEncoded = (response.header('content-encoding') ?? 'identity') !== 'identity';
  return /^\d+$/.test(value) && !isEncoded ? Number(value) : undefined;
}

function concatenate(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}

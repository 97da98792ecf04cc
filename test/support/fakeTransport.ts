import type { HttpRequest, HttpResponse, Transport } from '../../src/core/api/transport';
import { TransportError } from '../../src/core/api/transport';
import type { Clock } from '../../src/core/clock';

/** What the other side does with one request. */
export type Step = FakeAnswer | TransportError | 'hang';

export interface FakeAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text or bytes as they are, chunks of bytes, anything else as JSON. */
  readonly body?: unknown;
  /** What happens after the body's last byte, instead of its end. */
  readonly then?: 'hang' | 'break';
}

export interface SentRequest extends HttpRequest {
  /** Wall-clock ms by the clock of the test. */
  readonly at: number;
}

export interface FakeTransport {
  readonly transport: Transport;
  readonly requests: readonly SentRequest[];
  /** How many answers have not given their connection back. */
  readonly openBodies: () => number;
}

/**
 * A transport that plays a script: one step per request, the last one again and again, or whatever a
 * function makes of the request.
 */
export function fakeTransport(
  script: readonly Step[] | ((request: HttpRequest, index: number) => Step),
  clock: Clock,
): FakeTransport {
  const requests: SentRequest[] = [];
  const open = new Set<HttpResponse>();
  const transport: Transport = async (request) => {
    const index = requests.length;
    requests.push({ ...request, at: clock.now() });
    const step =
      typeof script === 'function' ? script(request, index) : (script[index] ?? script.at(-1));
    if (step === undefined) throw new Error('the script is empty');
    if (step === 'hang') return hang(request.signal);
    if (step instanceof TransportError) throw step;
    const response: HttpResponse = respond(step, request.signal, () => open.delete(response));
    open.add(response);
    return response;
  };
  return { transport, requests, openBodies: () => open.size };
}

/** A connection that was never made. */
export function neverConnected(): TransportError {
  return new TransportError('connect ECONNREFUSED', false);
}

/** A connection that broke off, perhaps after the request arrived. */
export function reset(): TransportError {
  return new TransportError('read ECONNRESET', true);
}

function respond(answer: FakeAnswer, signal: AbortSignal, giveBack: () => void): HttpResponse {
  async function* chunks() {
    try {
      for (const chunk of chunksOf(answer.body)) {
        await Promise.resolve();
        yield chunk;
      }
      if (answer.then === 'hang') await hang(signal);
      if (answer.then === 'break') throw reset();
    } finally {
      giveBack();
    }
  }
  return {
    status: answer.status ?? 200,
    header: (name) => answer.headers?.[name],
    chunks,
    text: async () => {
      const decoder = new TextDecoder();
      let text = '';
      for await (const chunk of chunks()) text += decoder.decode(chunk, { stream: true });
      return text;
    },
    discard: () => {
      giveBack();
      return Promise.resolve();
    },
  };
}

function chunksOf(body: unknown): readonly Uint8Array[] {
  if (body === undefined) return [];
  if (body instanceof Uint8Array) return [body];
  if (Array.isArray(body) && body.every((chunk) => chunk instanceof Uint8Array)) return body;
  return [new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body))];
}

function hang(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
  });
}

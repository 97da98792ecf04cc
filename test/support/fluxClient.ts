import type { FluxClientOptions } from '../../src/core/api/client';
import { FluxClient } from '../../src/core/api/client';
import type { Failure } from '../../src/core/api/failure';
import { isGenerationFailure } from '../../src/core/api/failure';
import type { Provider, ProviderId } from '../../src/core/api/provider';
import { resolveProvider } from '../../src/core/api/providers';
import type { Log } from '../../src/core/log';
import { FakeClock } from './fakeClock';
import type { SentRequest, Step } from './fakeTransport';
import { fakeTransport } from './fakeTransport';
import type { HttpRequest } from '../../src/core/api/transport';

/** A provider as its settings make it by default. */
export function providerOf(id: ProviderId): Provider {
  return resolveProvider(id, {
    demoBaseUrl: 'http://127.0.0.1:4100/v1',
    exchangeRate: 4,
    custom: {
      baseUrl: 'https://flux.example.com/v1',
      authHeader: 'bearer',
      polling: 'polling_url',
      rate: 1,
    },
  });
}

/** The key of every client here; its letters must turn up in no message and no log line. */
export const key = 'hk-5eCr3t-k3y';

export interface TestClient {
  readonly client: FluxClient;
  readonly clock: FakeClock;
  readonly requests: readonly SentRequest[];
  readonly openBodies: () => number;
  /** `level message` each. */
  readonly lines: readonly string[];
  /** `signal` and a `deadline` of five minutes. */
  readonly wait: { readonly signal: AbortSignal; readonly deadline: number };
  readonly cancel: () => void;
}

/** A client whose other side plays `script`, in time that passes by itself. */
export function testClient(
  script: readonly Step[] | ((request: HttpRequest, index: number) => Step),
  options: Partial<FluxClientOptions> & { readonly auto?: boolean } = {},
): TestClient {
  const { auto = true, ...overrides } = options;
  const clock = new FakeClock({ auto });
  const { transport, requests, openBodies } = fakeTransport(script, clock);
  const lines: string[] = [];
  const controller = new AbortController();
  const client = new FluxClient({
    ...{ provider: providerOf('bfl'), key, transport, clock, random: () => 0.5 },
    log: recordingLog(lines),
    ...overrides,
  });
  return {
    ...{ client, clock, requests, openBodies, lines },
    wait: { signal: controller.signal, deadline: clock.now() + 300_000 },
    cancel: () => {
      controller.abort();
    },
  };
}

/** The failure that a promise rejects with; anything else that happens is an error of the test. */
export async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  let value: unknown;
  try {
    value = await promise;
  } catch (error) {
    if (isGenerationFailure(error)) return error.failure;
    throw error;
  }
  throw new Error(`no failure but ${JSON.stringify(value)}`);
}

function recordingLog(lines: string[]): Log {
  const record = (level: string) => (message: string) => {
    lines.push(`${level} ${message}`);
  };
  return {
    trace: record('trace'),
    debug: record('debug'),
    info: record('info'),
    warn: record('warn'),
    error: record('error'),
  };
}

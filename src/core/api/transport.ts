/** One HTTP exchange, redirects not followed; `host/network/undiciTransport.ts` and the tests provide it. */
export type Transport = (request: HttpRequest) => Promise<HttpResponse>;

/** One request as it goes out. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Refuses a host whose name leads into a private network; nothing is sent then. */
  readonly publicOnly?: boolean;
  /** Aborts the request and the reading of its body. */
  readonly signal: AbortSignal;
}

/** An answer whose body is still to be read. */
export interface HttpResponse {
  readonly status: number;
  /** The header's value, by its lower-case name. */
  header(name: string): string | undefined;
  /** The whole body as text. Rejects with `TransportError` when it breaks off. */
  text(): Promise<string>;
  /** The body as it arrives, for a download. One of `text`, `chunks` or `discard` is used, once. */
  chunks(): AsyncIterable<Uint8Array>;
  /** Gives the connection back without reading the body. */
  discard(): Promise<void>;
}

/** A failed exchange. `sent` is false only where the connection was certainly never made. */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  constructor(
    message: string,
    readonly sent: boolean,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

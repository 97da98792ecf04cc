import type { IncomingHttpHeaders } from 'node:http';
import type { Exchange } from './listener';

/** A request that arrived, whatever became of it. */
export interface RecordedRequest {
  readonly listener: 'api' | 'regional' | 'delivery';
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** Of a create: the parsed JSON, or the text where it is none. */
  readonly body?: unknown;
  /** Of the whole answer, once it is sent; it is not where the connection broke off. */
  readonly status?: number;
}

/** Bodies carry images of many megabytes, and a demo runs for days: what is older than this is let go. */
const MAX_KEPT_BYTES = 32 * 2 ** 20;
const MAX_KEPT_REQUESTS = 2000;

/** The latest requests, oldest first. */
export class Recorder {
  readonly requests: RecordedRequest[] = [];
  private readonly bytes: number[] = [];
  private total = 0;

  add(
    listener: RecordedRequest['listener'],
    { request, response }: Pick<Exchange, 'request' | 'response'>,
    body?: RecordedBody,
  ): void {
    const recorded: { -readonly [Key in keyof RecordedRequest]: RecordedRequest[Key] } = {
      listener,
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      ...(body === undefined ? {} : { body: body.value }),
    };
    this.requests.push(recorded);
    response.once('finish', () => {
      recorded.status = response.statusCode;
    });
    this.bytes.push(body?.bytes ?? 0);
    this.total += body?.bytes ?? 0;
    while (
      this.requests.length > 1 &&
      (this.total > MAX_KEPT_BYTES || this.requests.length > MAX_KEPT_REQUESTS)
    ) {
      this.requests.shift();
      this.total -= this.bytes.shift() ?? 0;
    }
  }
}

/** A body with its length on the wire. */
interface RecordedBody {
  readonly value: unknown;
  readonly bytes: number;
}

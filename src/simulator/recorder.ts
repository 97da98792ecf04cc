import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** A request that arrived, whatever became of it. */
export interface RecordedRequest {
  readonly listener: 'api' | 'regional' | 'delivery';
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** Of a create: the parsed JSON, or the text where it is none. */
  readonly body?: unknown;
}

/** Bodies carry images of many megabytes, and a demo runs for days: what is older than this is let go. */
const MAX_KEPT_BYTES = 32 * 2 ** 20;
const MAX_KEPT_REQUESTS = 2000;

/** The latest requests, oldest first. */
export class Recorder {
  readonly requests: RecordedRequest[] = [];
  private readonly bytes: number[] = [];
  private total = 0;

  add(listener: RecordedRequest['listener'], request: IncomingMessage, body?: RecordedBody): void {
    this.requests.push({
      listener,
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      ...(body === undefined ? {} : { body: body.value }),
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

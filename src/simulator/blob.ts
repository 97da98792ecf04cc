import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** What an answer to a GET holds of a blob. */
interface BlobAnswer {
  readonly status: 200 | 206 | 416;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

/**
 * The part of a blob that a request asks for, as Azure Blob Storage serves it: one range, of `start-` or
 * `start-end`; any other form is answered with the whole (learn.microsoft.com, "Specifying the range header").
 */
export function blobAnswer(
  request: IncomingHttpHeaders,
  bytes: Uint8Array,
  changedAt: number,
): BlobAnswer {
  const etag = etagOf(bytes);
  const lastModified = new Date(changedAt).toUTCString();
  const headers = { etag, 'last-modified': lastModified, 'accept-ranges': 'bytes' };
  const condition = request['if-range'];
  const holds = condition === undefined || condition === etag || condition === lastModified;
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.range ?? '') ?? [];
  if (!holds || from === undefined) return { status: 200, headers, bytes };
  const total = bytes.byteLength;
  const start = Number(from);
  const end = Math.min(to === undefined || to === '' ? Infinity : Number(to), total - 1);
  if (start > end) {
    const range = { 'content-range': `bytes */${total}` };
    return { status: 416, headers: range, bytes: new Uint8Array() };
  }
  return {
    status: 206,
    headers: { ...headers, 'content-range': `bytes ${start}-${end}/${total}` },
    bytes: bytes.subarray(start, end + 1),
  };
}

/** Looks like Azure's, which is made of a time; this one is made of the bytes. */
function etagOf(bytes: Uint8Array): string {
  return `"0x8D${createHash('sha256').update(bytes).digest('hex').slice(0, 12).toUpperCase()}"`;
}

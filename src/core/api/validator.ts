import type { HttpResponse } from './transport';

/** What tells one version of a picture from another: strong enough to join bytes by. */
export interface Validator {
  readonly name: 'etag' | 'last-modified';
  readonly value: string;
  /** Where it was given. */
  readonly url: string;
}

/** Two versions may lie within the second that a date can name; after a minute it is sure (RFC 9110 §8.8.2.2). In ms. */
const sureAfterMs = 60_000;

/** The strong validator of a whole answer; none where its bytes could not be joined with those of another. */
export function validatorOf(response: HttpResponse, url: string): Validator | undefined {
  if (isEncoded(response)) return undefined;
  const etag = response.header('etag')?.trim();
  // A weak tag promises the same picture, not the same bytes.
  if (etag !== undefined) return isStrong(etag) ? { name: 'etag', value: etag, url } : undefined;
  const value = response.header('last-modified')?.trim() ?? '';
  const age = Date.parse(response.header('date') ?? '') - Date.parse(value);
  return age >= sureAfterMs ? { name: 'last-modified', value, url } : undefined;
}

/** Whether a 206 says that it is of the same version; one that does not say may be of any. */
export function isSame({ name, value }: Validator, response: HttpResponse): boolean {
  return response.header(name)?.trim() === value;
}

/** Where the bytes of a 206 begin and how many there are in all, from `Content-Range`; `undefined` where it does not say. */
export function rangeOf(
  response: HttpResponse,
): { readonly start: number; readonly total: number } | undefined {
  const match = /^bytes (\d+)-(\d+)\/(\d+)$/i.exec(response.header('content-range')?.trim() ?? '');
  if (match === null || isEncoded(response)) return undefined;
  const [start = 0, end = 0, total = 0] = match.slice(1).map(Number);
  return start <= end && end < total ? { start, total } : undefined;
}

/** The announced size in bytes, where it can be held against what arrives. */
export function lengthOf(response: HttpResponse): number | undefined {
  const value = response.header('content-length') ?? '';
  return /^\d+$/.test(value) && !isEncoded(response) ? Number(value) : undefined;
}

function isEncoded(response: HttpResponse): boolean {
  return (response.header('content-encoding') ?? 'identity') !== 'identity';
}

function isStrong(etag: string): boolean {
  return /^"[\x21\x23-\x7e]*"$/.test(etag);
}

import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ImageFormat } from '../core/api/model';

/** What a good result link stands for. */
interface SignedResult {
  readonly taskId: string;
  /** Wall-clock ms until which the link works. */
  readonly expiresAt: number;
}

/**
 * A result link as the service writes it (the relay's page §2): an Azure SAS, with its end as `se`.
 * `origin` has no slash at the end.
 */
export function signLink(
  origin: string,
  result: SignedResult,
  format: ImageFormat,
  secret: Uint8Array,
): string {
  const plain = result.taskId.replaceAll('-', '');
  const path = `/results/${plain.slice(0, 2)}/${plain.slice(2, 16)}/${plain}/sample.${format}`;
  const query = new URLSearchParams({
    se: new Date(result.expiresAt).toISOString().replace(/\.\d+Z$/, 'Z'),
    sp: 'r',
    sv: '2024-11-04',
    sr: 'b',
    rsct: `image/${format}`,
  });
  query.set('sig', signature(path, query, secret));
  return `${origin}${path}?${query.toString()}`;
}

/** What the link stands for; `undefined` where it was not signed so. Its end is for the caller to check. */
export function readLink(url: URL, secret: Uint8Array): SignedResult | undefined {
  const hex = /^\/results\/[0-9a-f]{2}\/[0-9a-f]{14}\/([0-9a-f]{32})\/sample\.\w+$/.exec(
    url.pathname,
  )?.[1];
  const sent = Buffer.from(url.searchParams.get('sig') ?? '');
  const query = new URLSearchParams(url.searchParams);
  query.delete('sig');
  const expected = Buffer.from(signature(url.pathname, query, secret));
  if (hex === undefined || sent.length !== expected.length || !timingSafeEqual(sent, expected)) {
    return undefined;
  }
  return {
    taskId: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    expiresAt: Date.parse(query.get('se') ?? ''),
  };
}

function signature(path: string, query: URLSearchParams, secret: Uint8Array): string {
  return createHmac('sha256', secret).update(`${path}?${query.toString()}`).digest('base64');
}

import type { Exchange } from './listener';
import type { Service } from './service';

/** Whether the request carries the accepted key, in the header of the dialect. */
export function hasKey({ key, dialect }: Service, { request }: Exchange): boolean {
  if (key === undefined) return true;
  return dialect === 'source'
    ? request.headers['x-key'] === key
    : request.headers.authorization === `Bearer ${key}`;
}

import type { FluxClientOptions } from './client';
import type { Stage } from './stage';
import { fail } from './stage';

/** Refuses what cannot be sent at all: no base URL, no key where one is needed, a key that no header can carry. */
export function requireUsable({ provider, key }: FluxClientOptions, stage: Stage): void {
  if (!URL.canParse(provider.baseUrl)) {
    throw fail(stage, 'invalid-request', { detail: 'bad-base-url' });
  }
  if (provider.auth === 'none') return;
  if (key === undefined || key === '') throw fail(stage, 'auth', { detail: 'no-key' });
  // Pasted with a line break or full-width letters: HTTP would refuse the header, not the service the key.
  if (!/^[\x21-\x7e]+$/.test(key)) throw fail(stage, 'auth');
}

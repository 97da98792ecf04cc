import { isLoopback, isPublic } from './addresses';
import type { CreatedTask } from './client';
import { isMasked } from './keyMask';
import type { Provider } from './provider';

/** Whether a request to `url` may carry the provider's key: its own origin, and https `*.bfl.ai` for `bfl`. */
export function keyMayGoTo(url: string, provider: Provider): boolean {
  const target = parse(url);
  if (provider.auth === 'none' || target === undefined || hasUserInfo(target)) return false;
  if (target.origin === parse(provider.baseUrl)?.origin) return true;
  return (
    provider.id === 'bfl' &&
    target.protocol === 'https:' &&
    target.port === '' &&
    (target.hostname === 'bfl.ai' || target.hostname.endsWith('.bfl.ai'))
  );
}

/**
 * Where to ask after a task: the address in the answer, verbatim, where the provider means it and the
 * key may go there; else `{base}/get_result?id=`.
 */
export function pollingUrlOf(task: CreatedTask, provider: Provider): string {
  const given = provider.polling === 'polling_url' ? task.pollingUrl : undefined;
  return given !== undefined && !isMasked(given) && keyMayGoTo(given, provider)
    ? given
    : `${provider.baseUrl}/get_result?id=${encodeURIComponent(task.id)}`;
}

/**
 * Whether a result may be fetched from `url`: over https from the public internet, from the provider's own
 * origin, which may be in a private network, or from this machine where the provider itself is on it.
 * Delivery hosts change, so there is no list of them (bfl-api.md §1.6).
 */
export function resultMayComeFrom(url: string, provider: Provider): boolean {
  const target = parse(url);
  if (target === undefined || hasUserInfo(target) || isMasked(url)) return false;
  if (target.protocol === 'https:' && isPublic(target.hostname)) return true;
  if (target.protocol !== 'https:' && target.protocol !== 'http:') return false;
  return isWhereProviderIs(url, provider);
}

/** Whether a URL leads to the provider's own origin, or to this machine where the provider is on it. */
export function isWhereProviderIs(url: string, provider: Provider): boolean {
  const target = parse(url);
  const base = parse(provider.baseUrl);
  if (target === undefined || base === undefined) return false;
  return (
    target.origin === base.origin || (isLoopback(target.hostname) && isLoopback(base.hostname))
  );
}

function parse(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined;
}

function hasUserInfo(url: URL): boolean {
  return url.username !== '' || url.password !== '';
}

import { isLoopback } from './addresses';
import { isListed, splitNoProxy } from './noProxy';

/** The variables that decide; where both cases are set, the lower one counts, as in the editor and in curl. */
export const proxyVariables = [
  'https_proxy',
  'HTTPS_PROXY',
  'http_proxy',
  'HTTP_PROXY',
  'no_proxy',
  'NO_PROXY',
] as const;

/** What decides on proxies: the editor's `http.*` settings, and the environment where they say nothing. */
export interface ProxySettings {
  /** `http.proxy`; empty where unset. */
  readonly proxy: string;
  /** `http.noProxy`. */
  readonly noProxy: readonly string[];
  /** `http.proxySupport`: `off` means that extensions use no proxy. */
  readonly proxySupport: string;
  readonly environment: Readonly<
    Partial<Record<(typeof proxyVariables)[number], string | undefined>>
  >;
}

/** A proxy that understands CONNECT. */
export interface Proxy {
  /** `http://` or `https://`, host and port, without credentials. */
  readonly origin: string;
  /** From the proxy's address, percent-decoded. A secret: not for a log nor a message. */
  readonly credentials?: { readonly username: string; readonly password: string };
}

/** How a host is reached. `unusable` is a proxy that is asked for and that we cannot speak to. */
export type Route =
  | { readonly kind: 'direct' }
  | { readonly kind: 'tunnel'; readonly proxy: Proxy }
  | { readonly kind: 'unusable'; readonly scheme: string };

const direct: Route = { kind: 'direct' };

/**
 * Which way a request to `url` goes, decided as the editor does it for extensions (@vscode/proxy-agent): the setting
 * before the environment, `http.noProxy` in place of `NO_PROXY`, one proxy for both schemes. This very machine is
 * never asked through a proxy, which would read the key where the address is `http:`.
 */
export function routeTo(url: string, settings: ProxySettings): Route {
  const target = new URL(url);
  if (settings.proxySupport === 'off' || isLoopback(target.hostname)) return direct;
  const { environment } = settings;
  const noProxy =
    settings.noProxy.length > 0
      ? settings.noProxy
      : splitNoProxy(firstSet(environment.no_proxy, environment.NO_PROXY));
  if (isListed(noProxy, target)) return direct;
  const address = firstSet(
    settings.proxy,
    environment.https_proxy,
    environment.HTTPS_PROXY,
    environment.http_proxy,
    environment.HTTP_PROXY,
  );
  return address === '' ? direct : routeThrough(address);
}

function firstSet(...values: readonly (string | undefined)[]): string {
  return values.map((value) => value?.trim() ?? '').find((value) => value !== '') ?? '';
}

/** An address without a scheme means `http://`, as in curl. */
function routeThrough(address: string): Route {
  const scheme = /^([a-z][a-z\d+.-]*):\/\//i.exec(address)?.[1]?.toLowerCase();
  const full = scheme === undefined ? `http://${address}` : address;
  const isSpoken = scheme === undefined || scheme === 'http' || scheme === 'https';
  if (!isSpoken || !URL.canParse(full)) return { kind: 'unusable', scheme: scheme ?? '' };
  const { origin, username, password } = new URL(full);
  if (username === '' && password === '') return { kind: 'tunnel', proxy: { origin } };
  const credentials = { username: decoded(username), password: decoded(password) };
  return { kind: 'tunnel', proxy: { origin, credentials } };
}

/** A password with a bare `%` is meant as it stands. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

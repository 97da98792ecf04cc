import type { LookupFunction, Socket } from 'node:net';

import { buildConnector } from 'undici';

import { routeTo } from '../../core/api/proxy';
import { NeverConnected } from './neverConnected';
import type { NetworkSettings } from './networkSettings';
import type { SystemTrust } from './systemTrust';
import { openTunnel } from './tunnel';

interface ConnectorOptions {
  readonly settings: NetworkSettings;
  readonly trust: SystemTrust;
  /** For each step of a connection: to the host or proxy, the proxy's answer, TLS inside the tunnel. */
  readonly timeoutMs: number;
  /** Finds the addresses of hosts; behind a proxy it is the proxy that does. */
  readonly lookup?: LookupFunction;
}

/**
 * Makes undici's connections, through a proxy where the settings ask for one. Whatever fails in here failed before
 * a request was sent, and comes out as `NeverConnected`.
 */
export function createConnector(options: ConnectorOptions): buildConnector.connector {
  const { settings, timeoutMs, lookup } = options;
  const connectPlain = buildConnector({
    timeout: timeoutMs,
    ...(lookup !== undefined && { lookup }),
  });
  let connectTls: Promise<buildConnector.connector> | undefined;
  const connect = async (to: buildConnector.Options): Promise<Socket> => {
    if (to.protocol !== 'https:') return settled(connectPlain, to);
    // One for all, since it remembers TLS sessions.
    return settled(await (connectTls ??= tlsConnector(options)), to);
  };
  const open = async (to: buildConnector.Options): Promise<Socket> => {
    const route = routeTo(originOf(to), settings);
    switch (route.kind) {
      case 'direct':
        return connect(to);
      case 'unusable':
        throw new Error(
          `The proxy in the settings or the environment cannot be used: it must be http:// or https://, not “${route.scheme}”`,
        );
      case 'tunnel': {
        const socket = await openTunnel(authorityOf(to), {
          proxy: route.proxy,
          authorization: settings.proxyAuthorization,
          connect: callingBack(connect),
          timeoutMs,
        });
        return to.protocol === 'https:' ? connect({ ...to, httpSocket: socket }) : socket;
      }
    }
  };
  return callingBack(open);
}

async function tlsConnector({ settings, trust, timeoutMs, lookup }: ConnectorOptions) {
  const context =
    settings.proxyStrictSSL && settings.systemCertificates ? await trust.context() : undefined;
  return buildConnector({
    timeout: timeoutMs,
    ...(lookup !== undefined && { lookup }),
    ...(context !== undefined && { secureContext: context }),
    ...(!settings.proxyStrictSSL && { rejectUnauthorized: false }),
  });
}

function settled(connector: buildConnector.connector, to: buildConnector.Options): Promise<Socket> {
  return new Promise((resolve, reject) => {
    connector(to, (error, socket) => {
      if (error === null) resolve(socket);
      else reject(error);
    });
  });
}

function callingBack(
  open: (to: buildConnector.Options) => Promise<Socket>,
): buildConnector.connector {
  return (to, callback) => {
    open(to).then(
      (socket) => {
        callback(null, socket);
      },
      (error: unknown) => {
        callback(error instanceof NeverConnected ? error : new NeverConnected(error), null);
      },
    );
  };
}

function originOf({ protocol, host, hostname }: buildConnector.Options): string {
  return `${protocol}//${host ?? hostname}`;
}

/** Host and port, also where the port goes without saying. */
function authorityOf({ protocol, host, hostname, port }: buildConnector.Options): string {
  const name = host ?? hostname;
  if (port !== '') return name;
  return `${name}:${protocol === 'https:' ? 443 : 80}`;
}

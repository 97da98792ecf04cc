import { Socket } from 'node:net';

import { Client, type buildConnector } from 'undici';

import type { Proxy } from '../../core/api/proxy';
import { NeverConnected } from './neverConnected';

interface TunnelOptions {
  readonly proxy: Proxy;
  /** The value of Proxy-Authorization where the proxy's address holds no credentials; empty for none. */
  readonly authorization: string;
  /** Makes the connection to the proxy. */
  readonly connect: buildConnector.connector;
  /** How long the proxy may take to answer. */
  readonly timeoutMs: number;
}

/**
 * Asks a proxy to connect to `target` (`host:port`) and resolves with the socket, on which nothing was sent yet. The
 * proxy gets nothing but that name and its own credentials. Rejects with `NeverConnected`, in which they don't appear.
 */
export async function openTunnel(target: string, options: TunnelOptions): Promise<Socket> {
  const { proxy, connect, timeoutMs } = options;
  const { host } = new URL(proxy.origin);
  const authorization = authorizationOf(options);
  const client = new Client(proxy.origin, {
    // undici takes the host header's name, the target's, for that of an https proxy; left empty, it takes the proxy's.
    connect: (to, callback) => {
      connect({ ...to, servername: '' }, callback);
    },
    headersTimeout: timeoutMs,
  });
  try {
    const { statusCode, socket } = await client
      .connect({
        path: target,
        headers: {
          host: target,
          // undici adds `connection: close`, which some proxies take at its word.
          'proxy-connection': 'keep-alive',
          ...(authorization !== '' && { 'proxy-authorization': authorization }),
        },
      })
      .catch((error: unknown) => {
        throw new NeverConnected(error, `No connection through the proxy ${host}`);
      });
    const isOpen = statusCode >= 200 && statusCode < 300;
    // undici types it as any stream.
    if (isOpen && socket instanceof Socket) return socket;
    socket.on('error', () => undefined).destroy();
    throw new NeverConnected(refusal(statusCode, host, target));
  } finally {
    // The socket is not the client's any more.
    void client.destroy();
  }
}

function refusal(status: number, host: string, target: string): Error {
  return new Error(
    status === 407
      ? `The proxy ${host} asks for other credentials (407)`
      : `The proxy ${host} refuses to connect to ${target} (${status})`,
  );
}

function authorizationOf({ proxy: { credentials }, authorization }: TunnelOptions): string {
  if (credentials === undefined) return authorization;
  const pair = `${credentials.username}:${credentials.password}`;
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sendJson } from './answers';

/** One HTTP exchange as a route sees it. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
}

type Route = (exchange: Exchange) => Promise<void> | void;

/** An HTTP server on a port of its own. */
interface Listener {
  /** Without a slash at the end: `http://127.0.0.1:41234`. */
  readonly origin: string;
  /** Breaks off what is open and frees the port. */
  close(): Promise<void>;
}

/** Starts to listen; port 0 takes a free one. */
export async function listen(host: string, port: number, route: Route): Promise<Listener> {
  const server = createServer((request, response) => {
    void answer(request, response);
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await route({ request, response, url: new URL(request.url ?? '/', 'http://loopback') });
    } catch (error) {
      // A fault of the simulator itself, not a simulated one: its words are for whoever has to find it.
      if (!response.headersSent) sendJson(response, 500, { detail: `Simulator: ${String(error)}` });
      else response.destroy();
    }
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: actual } = server.address() as AddressInfo;
  return {
    origin: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect, type AddressInfo, type Socket } from 'node:net';

import type { ProxyOptions, ProxySight } from './proxyProcess';

// A proxy as a process of its own. Whatever name it is asked for, it connects to one port of this machine.

const options = JSON.parse(process.argv[2] ?? '') as ProxyOptions;
const heads: ProxySight['heads'][number][] = [];
const bytes: Buffer[] = [];

const server =
  options.certificate === undefined ? createServer() : createTlsServer(options.certificate);

server.on('request', ({ method, url, headers }, response) => {
  heads.push({ line: `${method ?? ''} ${url ?? ''}`, headers });
  response.writeHead(400).end();
});

server.on('connect', ({ url, headers }, client: Socket) => {
  heads.push({ line: `CONNECT ${url ?? ''}`, headers });
  client.on('error', () => client.destroy());
  if (options.manner === 'silent') return;
  if (options.manner === 'hanging up') {
    client.destroy();
    return;
  }
  const status = isKnown(headers['proxy-authorization']) ? (options.status ?? 200) : 407;
  client.write(`HTTP/1.1 ${status} Answer\r\n\r\n`);
  if (status !== 200) {
    client.end();
    return;
  }
  const target = connect(options.targetPort, '127.0.0.1');
  target.on('error', () => client.destroy());
  client.on('data', (chunk) => bytes.push(chunk));
  client.on('close', () => target.destroy());
  client.pipe(target).pipe(client);
});

server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port });
});
process.on('message', () => {
  process.send?.({ heads, bytes: Buffer.concat(bytes).toString('latin1') } satisfies ProxySight);
});
process.on('disconnect', () => process.exit());

function isKnown(authorization: string | undefined): boolean {
  if (options.credentials === undefined) return true;
  return authorization === `Basic ${Buffer.from(options.credentials).toString('base64')}`;
}

import assert from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { TransportError, type HttpRequest } from '../../src/core/api/transport';
import { NeverConnected } from '../../src/host/network/neverConnected';
import { createUndiciTransport } from '../../src/host/network/undiciTransport';
import { networkSettings } from './support/transportProcess';

const never = new AbortController().signal;

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
}

describe('the transport on undici', () => {
  const { transport, close } = createUndiciTransport(networkSettings);
  const servers: Server[] = [];
  after(async () => {
    await close();
    for (const server of servers) server.close();
  });

  async function serve(listener: RequestListener): Promise<string> {
    const server = createServer(listener);
    servers.push(server);
    return listening(server);
  }

  const post = (url: string, signal = never): HttpRequest => ({
    method: 'POST',
    url,
    headers: { 'x-key': 'secret' },
    body: '{}',
    signal,
  });

  it('carries method, headers, body and the answer', async () => {
    const url = await serve((request, response) => {
      request.resume().on('end', () => {
        response.writeHead(422, { 'Retry-After': '7' });
        response.end(`${request.method ?? ''} ${String(request.headers['x-key'])}`);
      });
    });
    const response = await transport(post(url));
    assert.equal(response.status, 422);
    assert.equal(response.header('retry-after'), '7');
    assert.equal(await response.text(), 'POST secret');
  });

  it('does not follow a redirect', async () => {
    let followed = false;
    const foreign = await serve((_request, response) => {
      followed = true;
      response.end();
    });
    const url = await serve((_request, response) => {
      response.writeHead(307, { location: foreign }).end();
    });
    const response = await transport(post(url));
    await response.discard();
    assert.equal(response.status, 307);
    assert.equal(followed, false);
  });

  it('knows a connection that was never made', async () => {
    const closed = createTcpServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    await assert.rejects(transport(post(`http://127.0.0.1:${String(port)}/`)), (error) => {
      assert.ok(error instanceof TransportError);
      assert.equal(error.sent, false);
      return true;
    });
  });

  it('says that a request may have arrived when the connection breaks after it', async () => {
    const url = await serve((request) => {
      request.resume().on('end', () => request.socket.destroy());
    });
    await assert.rejects(transport(post(url)), (error) => {
      assert.ok(error instanceof TransportError);
      assert.equal(error.sent, true);
      return true;
    });
  });

  it('knows it also where TLS comes to nothing', async () => {
    const server = createTcpServer((socket) => socket.once('data', () => socket.destroy()));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await assert.rejects(transport(post(`https://127.0.0.1:${String(port)}/`)), (error) => {
      assert.ok(error instanceof TransportError);
      assert.equal(error.sent, false);
      return true;
    });
    server.close();
  });

  it('has words where a host has several addresses, which fail one by one', () => {
    const failures = [
      new Error('connect ETIMEDOUT ::1'),
      new Error('connect ECONNREFUSED 127.0.0.1'),
    ];
    const { message } = new NeverConnected(new AggregateError(failures));
    assert.equal(message, 'connect ETIMEDOUT ::1, connect ECONNREFUSED 127.0.0.1');
  });

  it('tells a body that breaks off', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half', () => response.destroy());
    });
    const response = await transport(post(url));
    await assert.rejects(response.text(), TransportError);
  });

  it('wakes at once when it is aborted, with the signal’s own reason', async () => {
    const controller = new AbortController();
    const reason = new Error('stop');
    const url = await serve(() => {
      controller.abort(reason);
    });
    await assert.rejects(transport(post(url, controller.signal)), (error) => error === reason);
  });

  it('hands over a download in pieces', async () => {
    const url = await serve((_request, response) => {
      response.write('one ');
      response.end('two');
    });
    const response = await transport({ method: 'GET', url, headers: {}, signal: never });
    const pieces: Uint8Array[] = [];
    for await (const piece of response.chunks()) pieces.push(piece);
    assert.equal(Buffer.concat(pieces).toString(), 'one two');
  });
});

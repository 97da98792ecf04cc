import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { connect } from 'node:net';
import { Failure } from './steps.mjs';

/**
 * What code-server puts before VS Code's server, as far as we need it: the key that the browser seals SecretStorage
 * with (`POST /mint-key`), kept in `keyFile`. Without it secrets last no longer than the page. All else goes through.
 * Resolves with `{ port, stop() }`; `port` 0 is any free one.
 */
export async function startFront({ port, serverPort, keyFile }) {
  const front = createServer((question, answer) => {
    if (question.method === 'POST' && question.url?.split('?')[0].endsWith('/mint-key')) {
      mintedKey(keyFile).then(
        (key) => answer.end(key),
        () => answer.writeHead(500).end(),
      );
      return;
    }
    passOn(question, answer, serverPort);
  });
  const sockets = new Set();
  front.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  front.on('upgrade', (question, socket, head) => joinSockets(question, socket, head, serverPort));
  front.listen(port, '127.0.0.1');
  await once(front, 'listening').catch((error) => {
    throw error.code === 'EADDRINUSE' ? new PortTaken(`Port ${port} is taken.`) : error;
  });
  const stop = async () => {
    const closed = once(front, 'close');
    front.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return { port: front.address().port, stop };
}

/** Thrown where another program listens on the port. */
export class PortTaken extends Failure {}

async function mintedKey(keyFile) {
  // Two windows may ask at once; the first that wrote has decided.
  await writeFile(keyFile, randomBytes(32), { flag: 'wx', mode: 0o600 }).catch(() => undefined);
  return readFile(keyFile);
}

function passOn(question, answer, serverPort) {
  const { method, url: path, headers } = question;
  const onward = request({ host: '127.0.0.1', port: serverPort, method, path, headers });
  onward.on('response', (response) => {
    answer.writeHead(response.statusCode, response.rawHeaders);
    response.pipe(answer);
  });
  onward.on('error', () => answer.destroy());
  answer.on('close', () => onward.destroy());
  question.pipe(onward);
}

function joinSockets(question, socket, head, serverPort) {
  const onward = connect(serverPort, '127.0.0.1', () => {
    const lines = [`${question.method} ${question.url} HTTP/1.1`];
    for (let i = 0; i < question.rawHeaders.length; i += 2) {
      lines.push(`${question.rawHeaders[i]}: ${question.rawHeaders[i + 1]}`);
    }
    onward.write(`${lines.join('\r\n')}\r\n\r\n`);
    onward.write(head);
    socket.pipe(onward).pipe(socket);
  });
  socket.setNoDelay(true);
  onward.setNoDelay(true);
  for (const [end, other] of [
    [socket, onward],
    [onward, socket],
  ]) {
    end.on('error', () => other.destroy());
    end.on('close', () => other.destroy());
  }
}

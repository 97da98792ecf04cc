import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A host that is no business of a key's: it notes all that it is told, and has a picture to give. */
export interface ForeignHost {
  readonly port: number;
  /** `http://127.0.0.1:41234`. */
  readonly origin: string;
  /** Each request whole: its line, its headers, its body. */
  readonly heard: readonly string[];
  readonly close: () => void;
}

/** A red pixel. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
  'base64',
);

/** Starts it. `/tagged` breaks off at first and says `tag` as its ETag; what is no picture is a task that is ready. */
export async function startForeignHost(tag: string): Promise<ForeignHost> {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    void textOf(request).then((body) => {
      const { method = '', url = '', rawHeaders } = request;
      heard.push([method, url, ...rawHeaders, body].join('\n'));
      answer(url, response, { tag, isFirst: heard.length === 1, origin: originOf(server) });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    origin: originOf(server),
    heard,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function answer(
  url: string,
  response: ServerResponse,
  { tag, isFirst, origin }: { tag: string; isFirst: boolean; origin: string },
): void {
  if (url.startsWith('/tagged')) {
    response.writeHead(200, { etag: JSON.stringify(tag), 'content-length': picture.length });
    if (isFirst) response.write(picture.subarray(0, 20), () => response.destroy());
    else response.end(picture);
  } else if (url.startsWith('/picture')) {
    response.end(picture);
  } else {
    const result = { sample: `${origin}/picture.png` };
    response.end(JSON.stringify({ id: 'stolen', credits: 7, status: 'Ready', result }));
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function originOf(server: ReturnType<typeof createServer>): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

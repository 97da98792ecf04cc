import type { IncomingHttpHeaders, RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

import { generate } from 'selfsigned';

/** The name under which the target stands, if one asks the right proxy. */
export const targetName = 'api.example.test';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** A certificate that nobody knows, for this machine's 127.0.0.1 and for `names`. */
export async function selfSignedCertificate(...names: readonly string[]): Promise<Certificate> {
  const { private: key, cert } = await generate(
    [{ name: 'commonName', value: names.join() || 'proxy' }],
    {
      keyType: 'ec',
      algorithm: 'sha256',
      extensions: [
        { name: 'basicConstraints', cA: true },
        {
          name: 'subjectAltName',
          altNames: [
            { type: 7, ip: '127.0.0.1' },
            ...names.map((value) => ({ type: 2 as const, value })),
          ],
        },
      ],
    },
  );
  return { key, cert };
}

export interface TlsTarget {
  readonly port: number;
  /** The headers of each request, in order. */
  readonly requests: readonly IncomingHttpHeaders[];
  readonly close: () => void;
}

/** A service with TLS on this machine; it greets where `answer` doesn't say otherwise. */
export async function startTlsTarget(
  certificate: Certificate,
  answer: RequestListener = (_request, response) => response.end('hello'),
): Promise<TlsTarget> {
  const requests: IncomingHttpHeaders[] = [];
  const server = createServer({ ...certificate }, (request, response) => {
    requests.push(request.headers);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

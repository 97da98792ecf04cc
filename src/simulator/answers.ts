import type { ServerResponse } from 'node:http';

/** Answers with JSON. */
export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  send(response, status, 'application/json', JSON.stringify(body), headers);
}

/** Answers with a whole body of any type. */
export function send(
  response: ServerResponse,
  status: number,
  contentType: string,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): void {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  response.writeHead(status, {
    'content-type': contentType,
    'content-length': bytes.byteLength,
    ...headers,
  });
  response.end(bytes);
}

/** The service's own words at an HTTP status (bfl-api.md §6); those of 401, 429 and 5xx are not captured from the wire. */
export function errorBody(status: number): unknown {
  return { detail: details[status] ?? 'Internal Server Error' };
}

const details: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Not authenticated',
  402: 'Insufficient credits',
  403: 'Not authenticated - Invalid Authentication',
  404: 'Not Found',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  413: 'Request Entity Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Entity',
  429: 'Too many active tasks. Wait until one has finished.',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
};

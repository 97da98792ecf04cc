import type { IncomingMessage } from 'node:http';

/** A request's body, and what it says. */
export type Body =
  | {
      readonly kind: 'object';
      readonly value: Readonly<Record<string, unknown>>;
      readonly bytes: number;
    }
  | { readonly kind: 'not-object'; readonly value: unknown; readonly bytes: number }
  | { readonly kind: 'not-json'; readonly value: string; readonly bytes: number }
  | { readonly kind: 'too-large' };

/** Reads and parses the whole body, if it is no longer than `maxBytes`. Rejects when the connection breaks off. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Body> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) return { kind: 'too-large' };
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString();
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value)
      ? { kind: 'object', value, bytes }
      : { kind: 'not-object', value, bytes };
  } catch {
    return { kind: 'not-json', value: text, bytes };
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

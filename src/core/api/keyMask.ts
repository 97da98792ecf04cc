import type { Transport } from './transport';

const mask = '***';

/** A shorter one guards nothing, and could be part of an id or a link by chance. In characters. */
const shortestSecret = 8;

/** A text with the key masked, as it is and as URLs and JSON write it, for messages and log lines. */
export function withoutKey(text: string, key: string | undefined): string {
  return key === undefined || key === '' ? text : text.replaceAll(patternOf(key), mask);
}

/** Whether a key was masked in this text: an address is of no use then. */
export function isMasked(text: string): boolean {
  return text.includes(mask);
}

/**
 * A transport whose answers never hold the key. A service that repeats it, in an id, a link or a status, would bring
 * it into files and pages, and in a link or a tag to other hosts.
 */
export function withoutEcho(transport: Transport, key: string | undefined): Transport {
  if (key === undefined || key.length < shortestSecret) return transport;
  return async (request) => {
    const response = await transport(request);
    return {
      status: response.status,
      header: (name) => {
        const value = response.header(name);
        return value === undefined ? undefined : withoutKey(value, key);
      },
      text: async () => withoutKey(await response.text(), key),
      chunks: () => response.chunks(),
      discard: () => response.discard(),
    };
  };
}

/** Each character as itself, percent-encoded, or as a JSON string may escape it. */
function patternOf(key: string): RegExp {
  const characters = Array.from(key, (character) => {
    const hex = (character.codePointAt(0) ?? 0).toString(16).padStart(2, '0');
    const anyCase = hex.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
    const escaped = /["/\\]/.test(character) ? `|\\\\\\u{${hex}}` : '';
    return `(?:\\u{${hex}}|%${anyCase}|\\\\u00${anyCase}${escaped})`;
  });
  return new RegExp(characters.join(''), 'gu');
}

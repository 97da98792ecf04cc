/** The pieces as one. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let position = 0;
  for (const piece of pieces) {
    whole.set(piece, position);
    position += piece.length;
  }
  return whole;
}

/** UTF-8. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Text from UTF-8, a mark at its beginning included; what is none becomes U+FFFD. */
export function textOfUtf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** ISO 8859-1, of a text that has no other characters. */
export function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** Text from ISO 8859-1, in which every byte is a character. */
export function textOfLatin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** Whether these bytes stand at this place. */
export function standsAt(bytes: Uint8Array, position: number, wanted: Uint8Array): boolean {
  if (position + wanted.length > bytes.length) return false;
  return wanted.every((byte, index) => bytes[position + index] === byte);
}

/** For reading numbers. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

import filenamify from 'filenamify/browser';
import { slug } from 'github-slugger';

/** What a file-name template can name. A part that is not known is left out with its separator. */
interface FileNameParts {
  readonly prompt: string;
  readonly model: string;
  readonly seed?: number;
  /** The service's task id. */
  readonly id: string;
  readonly createdAt: Date;
}

/** Long enough to recognise a picture by, short enough for a file tree. In characters. */
const MAX_PROMPT = 60;
/** ext4, APFS and NTFS take 255 bytes or units; a counter, an extension and a temporary suffix must fit too. In bytes. */
const MAX_NAME_BYTES = 180;
const FALLBACK = 'image';
/** The length is cut in bytes, further down. */
const REPLACING = { replacement: '-', maxLength: 100_000 };

/**
 * A file name without extension from a template of `{prompt}` `{model}` `{seed}` `{date}` `{time}` `{id}`
 * (product.md, `fluxAssets.fileName`). Every file system takes it; it never holds a path separator.
 */
export function fileNameFrom(template: string, parts: FileNameParts): string {
  const values = new Map([
    ['prompt', promptSlug(parts.prompt)],
    ['model', part(parts.model)],
    ['seed', parts.seed === undefined ? '' : String(parts.seed)],
    ['id', part(parts.id)],
    ['date', localDate(parts.createdAt)],
    ['time', localTime(parts.createdAt)],
  ]);
  const filled = template.replace(/\{(\w+)\}/g, (whole, name: string) => values.get(name) ?? whole);
  const tidy = tidied(filled);
  return tidy === '' ? FALLBACK : tidy;
}

/**
 * A name that a person or an extension chose, changed only where Windows, macOS or Linux would refuse it; empty
 * when nothing of it is left.
 */
export function safeFileName(text: string): string {
  // Half a character of two units is refused by macOS.
  const name = filenamify(text.replace(/\p{Cs}/gu, ''), REPLACING);
  const short = cutToBytes(name, MAX_NAME_BYTES).replace(/[. ]+$/, '');
  return /^-*$/.test(short) ? '' : short;
}

/** What is left out of a template leaves separators behind; and nobody looks for what cannot be seen. */
function tidied(filled: string): string {
  const visible = filled.normalize('NFC').replace(/[\p{Cc}\p{Cf}\p{Co}]/gu, '');
  const name = safeFileName(visible)
    .replace(/-{2,}/g, '-')
    .replace(/^[-.\s]+|[-.\s]+$/g, '');
  // The dash that kept it from being a name that Windows reserves may just have been cut off.
  return name === '' || filenamify(name, REPLACING) === name ? name : `${FALLBACK}-${name}`;
}

/** `name-2`, `name-3`, …: the nth name to try when the ones before are taken; n counts from 1. */
export function nthName(name: string, n: number): string {
  return n === 1 ? name : `${name}-${String(n)}`;
}

function promptSlug(prompt: string): string {
  // The slugger keeps letters of every script; what it drops entirely (emoji) falls back to a plain word.
  const words = part(prompt.slice(0, 4 * MAX_PROMPT));
  if (words.length <= MAX_PROMPT) return words === '' ? FALLBACK : words;
  const cut = words.slice(0, MAX_PROMPT + 1);
  const lastDash = cut.lastIndexOf('-');
  // A word that is cut in two may end in half a character.
  return lastDash > MAX_PROMPT / 2
    ? cut.slice(0, lastDash)
    : words.slice(0, MAX_PROMPT).replace(/[\uD800-\uDBFF]$/, '');
}

function part(text: string): string {
  return slug(text.replace(/[/\\.:_\s]+/g, ' ').trim())
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '');
}

function cutToBytes(text: string, maxBytes: number): string {
  const encoder = new TextEncoder();
  if (encoder.encode(text).length <= maxBytes) return text;
  let bytes = 0;
  let cut = '';
  for (const character of text) {
    bytes += encoder.encode(character).length;
    if (bytes > maxBytes) break;
    cut += character;
  }
  return cut;
}

function localDate(date: Date): string {
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(twoDigits).join('-');
}

function localTime(date: Date): string {
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map(twoDigits).join('-');
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

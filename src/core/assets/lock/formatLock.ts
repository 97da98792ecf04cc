import { END_KEY, LOCK_VERSION, type AssetLock } from './assetLock';
import type { Json, JsonObject } from './lockEntry';

/** What stands on each line of an entry, in order; each line is there where it has anything to say. */
const LINES: readonly (readonly string[])[] = [
  ['prompt'],
  ['usedPrompt'],
  ['from'],
  ['provider', 'model', 'seed'],
  ['taskId'],
  ['parameters'],
  ['references'],
  ['recipe'],
  ['width', 'height', 'format', 'cost'],
];
const LAST_LINE: readonly string[] = ['created', 'sha256'];
const KNOWN = new Set([...LINES.flat(), ...LAST_LINE]);

/**
 * The lock as it lies on disk: JSON, files sorted by code point, one block of lines each. Git merges by lines, so
 * a block is made to stand for itself. It ends with a comma, for the fixed last key comes behind it; its first line
 * (the file) and its last (when, and which bytes) are like those of no other block; and no four lines in a row are
 * what two pictures of the same prompt share. So blocks that two branches add go in without a conflict where an entry
 * lies between them. At one place, keeping the lines of both sides (`merge=union`) is always right.
 */
export function formatLock(lock: AssetLock): string {
  return new LockFormatter().format(lock);
}

interface Block {
  readonly entry: JsonObject;
  readonly text: string;
}

/**
 * Formats a lock again and again, as `formatLock` does. Entries are never changed in place, so one that is the very same
 * object as in the lock before has the same lines, and only what is new is formatted: of 10,000 entries all would take
 * longer than the rest of saving a picture.
 */
export class LockFormatter {
  private blocks: ReadonlyMap<string, Block> = new Map();

  format({ assets, more }: AssetLock): string {
    const { $schema, ...rest } = more;
    const head = { ...($schema === undefined ? {} : { $schema }), version: LOCK_VERSION, ...rest };
    const lines = Object.entries(head).map(([name, value]) => `  ${pair(name, value)},`);
    const sorted = [...assets]
      .filter(([file]) => file !== END_KEY)
      .sort(([a], [b]) => byCodePoint(a, b));
    const blocks = new Map(sorted.map(([file, entry]) => [file, this.block(file, entry)]));
    this.blocks = blocks;
    const texts = Array.from(blocks.values(), ({ text }) => text);
    const end = `    ${pair(END_KEY, {})}`;
    return ['{', ...lines, '  "assets": {', ...texts, end, '  }', '}', ''].join('\n');
  }

  private block(file: string, entry: JsonObject): Block {
    const before = this.blocks.get(file);
    return before?.entry === entry ? before : { entry, text: block(file, entry) };
  }
}

function block(file: string, entry: JsonObject): string {
  const unknown = Object.keys(entry).filter((name) => !KNOWN.has(name));
  const lines = [...LINES, unknown.sort(byCodePoint), LAST_LINE]
    .map((names) => names.filter((name) => Object.hasOwn(entry, name)))
    .filter((names) => names.length > 0)
    .map((names) => `      ${names.map((name) => pair(name, entry[name] ?? null)).join(', ')}`);
  const open = `    ${JSON.stringify(file)}: {`;
  return lines.length === 0 ? `${open}},` : `${open}\n${lines.join(',\n')} },`;
}

function pair(name: string, value: Json): string {
  return `${JSON.stringify(name)}: ${inline(value)}`;
}

/** On one line. A number that JSON does not have stands there as a word, for `null` would say another thing. */
function inline(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value)) return JSON.stringify(String(value));
  // JSON.stringify would make 0 of it, which is another number in the next reader's hands.
  if (Object.is(value, -0)) return '-0';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(inline).join(', ')}]`;
  const pairs = Object.keys(value).map((name) => pair(name, value[name] ?? null));
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** Without taking the names apart: a lock of 10,000 files compares 130,000 times. */
function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  let at = 0;
  while (at < length && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  return at === length ? a.length - b.length : (a.codePointAt(at) ?? 0) - (b.codePointAt(at) ?? 0);
}

import { isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';

import type { TextEdit } from './picture';

/**
 * The change of a `pubspec.yaml` that makes files assets of the app; `undefined` where they are already, or where the text
 * is not one that can be changed. All else stays as it is. `paths` are relative to the project.
 */
export function assetsInPubspec(text: string, paths: readonly string[]): TextEdit | undefined {
  const changed = paths.reduce((before, path) => withAsset(before, path), text);
  return changed === text ? undefined : differenceOf(text, changed);
}

function withAsset(text: string, path: string): string {
  const edit = assetInPubspec(text, path);
  return edit === undefined ? text : text.slice(0, edit.start) + edit.text + text.slice(edit.end);
}

/** What stands between the same beginning and the same end. */
function differenceOf(before: string, after: string): TextEdit {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let same = 0;
  while (same < before.length - start && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  return { start, end: before.length - same, text: after.slice(start, after.length - same) };
}

function assetInPubspec(text: string, path: string): TextEdit | undefined {
  const document = parseDocument(text);
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
  const entry = quotedPath(path);
  const flutter = document.contents.get('flutter', true);
  const assets = isMap(flutter) ? flutter.get('assets', true) : undefined;
  if (isSeq(assets) && assets.items.length > 0) {
    if (assets.items.some((item) => covers(item, path))) return undefined;
    const last = assets.items.at(-1);
    const first = assets.items[0];
    const [start = 0] = rangeOf(first);
    const [, end = 0] = rangeOf(last);
    if (assets.flow === true) return { start: end, end, text: `, ${entry}` };
    const indent = lineIndent(text, start);
    // A map ends where the next line begins.
    return insertedLine(text, text.slice(0, end).trimEnd().length, `${indent}- ${entry}`);
  }
  if (assets !== undefined && !isEmpty(assets)) return undefined;
  if (isMap(flutter) && flutter.items.length > 0 && flutter.flow !== true) {
    return assetsIn(text, flutter, entry);
  }
  if (flutter !== undefined && !isEmpty(flutter)) return undefined;
  const lines = `flutter:\n  assets:\n    - ${entry}`;
  const key = document.contents.items.find(
    ({ key: name }) => isScalar(name) && name.value === 'flutter',
  );
  if (key === undefined) return insertedLine(text, text.trimEnd().length, lines);
  const [, end = 0] = rangeOf(key.key);
  const colon = text.indexOf(':', end) + 1;
  return { start: colon, end: colon, text: lines.slice('flutter:'.length) };
}

/** `flutter:` has other entries, perhaps an empty `assets:` among them. */
function assetsIn(text: string, flutter: YAMLMap, entry: string): TextEdit {
  const empty = flutter.items.find(({ key }) => isScalar(key) && key.value === 'assets');
  const [start = 0] = rangeOf(empty?.key ?? flutter.items[0]?.key);
  const indent = lineIndent(text, start);
  if (empty !== undefined) {
    const colon = text.indexOf(':', start) + 1;
    return { start: colon, end: colon, text: `\n${indent}  - ${entry}` };
  }
  const line = start - indent.length;
  return { start: line, end: line, text: `${indent}assets:\n${indent}  - ${entry}\n` };
}

/** An entry is the file, or a folder that it lies right in; both may come with conditions. */
function covers(item: unknown, path: string): boolean {
  const name = isMap(item) ? item.get('path') : isScalar(item) ? item.value : undefined;
  if (typeof name !== 'string') return false;
  return name === path || (name.endsWith('/') && name === path.slice(0, path.lastIndexOf('/') + 1));
}

function isEmpty(node: unknown): boolean {
  return (
    (isScalar(node) && node.value === null) ||
    ((isMap(node) || isSeq(node)) && node.items.length === 0 && node.flow !== true)
  );
}

function rangeOf(node: unknown): readonly number[] {
  return isScalar(node) || isMap(node) || isSeq(node) ? (node.range ?? []) : [];
}

/** What stands before the entry's dash, or before a key. */
function lineIndent(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1))?.[0] ?? '';
}

/** A line of its own behind the one that `offset` is in. */
function insertedLine(text: string, offset: number, line: string): TextEdit {
  const end = text.indexOf('\n', offset);
  if (end === -1) return { start: text.length, end: text.length, text: `\n${line}\n` };
  return { start: end + 1, end: end + 1, text: `${line}\n` };
}

function quotedPath(path: string): string {
  return /^[\w./][\w./@ -]*\w$/.test(path) ? path : JSON.stringify(path);
}

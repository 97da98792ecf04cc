import { parseTree, type Node, type ParseError } from 'jsonc-parser';

import type { TextSpan } from '../../code/imageReference';
import { END_KEY, LOCK_VERSION, type AssetLock } from './assetLock';
import type { Json, JsonObject } from './lockEntry';

/** Why a lock cannot be used, and where in its text. */
export interface LockProblem extends TextSpan {
  readonly kind: LockProblemKind;
  /** The name of what is wrong, where it has one. */
  readonly name?: string;
}

export type LockProblemKind =
  /** Git has left both sides of a merge in it. */
  | 'conflict'
  | 'not-json'
  /** A key stands there twice: a merge has put two sides together. */
  | 'twice'
  /** A number that no program can hold (1e400). */
  | 'number'
  /** What stands there is no version, no object of entries, or no entry. */
  | 'no-version'
  | 'no-assets'
  | 'no-entry'
  /** A later version of this extension has written it. */
  | 'later-version';

/** A lock as it was read, and where its entries stand. */
export interface ReadLock {
  readonly lock: AssetLock;
  /** The key of each file's entry. */
  readonly places: ReadonlyMap<string, TextSpan>;
  /** The key `assets`. */
  readonly assetsPlace: TextSpan;
}

const CONFLICT = /^(<{7}|\|{7}|={7}|>{7})( .*)?$/m;

class Broken extends Error {
  constructor(readonly problem: LockProblem) {
    super(problem.kind);
  }
}

/** Reads a lock whole, or says the first thing that is wrong with it; then nobody may write it. */
export function parseLock(text: string): ReadLock | LockProblem {
  const conflict = CONFLICT.exec(text);
  if (conflict !== null) {
    return { kind: 'conflict', start: conflict.index, end: conflict.index + conflict[0].length };
  }
  try {
    return readTree(treeOf(text));
  } catch (error) {
    if (error instanceof Broken) return error.problem;
    throw error;
  }
}

function treeOf(text: string): Node {
  const errors: ParseError[] = [];
  // A byte order mark is no JSON, but no harm either; a space in its place keeps what follows where it is.
  const tree = parseTree(text.replace(/^\ufeff/, ' '), errors, { disallowComments: true });
  const [first] = errors;
  if (first === undefined && tree !== undefined) return tree;
  const start = Math.min(first?.offset ?? 0, Math.max(0, text.trimEnd().length - 1));
  const end = Math.max(start + 1, start + (first?.length ?? 0));
  throw new Broken({ kind: 'not-json', start, end: Math.min(end, text.length) });
}

function readTree(tree: Node): ReadLock {
  const members = membersOf(tree, 'no-version');
  const version = members.get('version');
  if (version?.value.type !== 'number') throw broken(version?.value ?? tree, 'no-version');
  if (version.value.value !== LOCK_VERSION) {
    const isLater = Number(version.value.value) > LOCK_VERSION;
    throw broken(version.value, isLater ? 'later-version' : 'no-version');
  }
  const assets = members.get('assets');
  if (assets === undefined) throw broken(tree, 'no-assets');
  const files = [...membersOf(assets.value, 'no-assets')].filter(([file]) => file !== END_KEY);
  const more = [...members].filter(([name]) => name !== 'version' && name !== 'assets');
  return {
    lock: {
      assets: new Map(files.map(([file, { value }]) => [file, entryOf(value)])),
      more: Object.fromEntries(more.map(([name, { value }]) => [name, valueOf(value)])),
    },
    places: new Map(files.map(([file, { key }]) => [file, spanOf(key)])),
    assetsPlace: spanOf(assets.key),
  };
}

interface Member {
  readonly key: Node;
  readonly value: Node;
}

function membersOf(node: Node, otherwise: LockProblemKind): ReadonlyMap<string, Member> {
  if (node.type !== 'object') throw broken(node, otherwise);
  const members = new Map<string, Member>();
  for (const { children: [key, value] = [] } of node.children ?? []) {
    if (key === undefined || value === undefined) continue;
    const name = String(key.value);
    if (members.has(name)) throw broken(key, 'twice', name);
    members.set(name, { key, value });
  }
  return members;
}

function entryOf(node: Node): JsonObject {
  if (node.type !== 'object') throw broken(node, 'no-entry');
  return objectOf(node);
}

function objectOf(node: Node): JsonObject {
  const members = [...membersOf(node, 'no-entry')];
  return Object.fromEntries(members.map(([name, { value }]) => [name, valueOf(value)]));
}

function valueOf(node: Node): Json {
  if (node.type === 'object') return objectOf(node);
  if (node.type === 'array') return (node.children ?? []).map(valueOf);
  const value = node.value as null | boolean | number | string;
  // As it would be lost when the lock is written again.
  if (typeof value === 'number' && !Number.isFinite(value)) throw broken(node, 'number');
  return value;
}

function broken(node: Node, kind: LockProblemKind, name?: string): Broken {
  return new Broken({ kind, ...spanOf(node), ...(name === undefined ? {} : { name }) });
}

function spanOf({ offset, length }: Node): TextSpan {
  return { start: offset, end: offset + length };
}

/** Whether this is why a lock cannot be used. */
export function isProblem(read: ReadLock | LockProblem): read is LockProblem {
  return 'kind' in read;
}

import { parse } from '@babel/parser';
import type { ParserOptions, ParserPlugin } from '@babel/parser';
import type { File, Node } from '@babel/types';

/** Everything that a file of any bundler may have; what is wrong in it but can be read is read. */
const OPTIONS: ParserOptions = {
  sourceType: 'module',
  errorRecovery: true,
  attachComment: false,
  createImportExpressions: true,
  allowImportExportEverywhere: true,
  allowReturnOutsideFunction: true,
  allowAwaitOutsideFunction: true,
  allowSuperOutsideMethod: true,
  allowNewTargetOutsideFunction: true,
  allowUndeclaredExports: true,
};

/** The syntax tree of a script; undefined where it cannot be read. The extension of `path` says what it is written in. */
export function syntaxTreeOf(text: string, path: string): File | undefined {
  for (const plugins of dialectsOf(path)) {
    try {
      return parse(text, { ...OPTIONS, plugins: [...plugins, 'decorators-legacy'] });
    } catch {
      // The next dialect may be able to.
    }
  }
  return undefined;
}

/** In order of likelihood. TypeScript's casts (`<T>x`) exclude JSX; scripts of React Native have the types of Flow. */
function dialectsOf(path: string): readonly (readonly ParserPlugin[])[] {
  if (/\.[mc]?ts$/i.test(path)) return [['typescript']];
  if (/\.[mc]?jsx?$/i.test(path)) return [['jsx'], ['jsx', 'flow']];
  return [['typescript', 'jsx']];
}

const NOT_CHILDREN: ReadonlySet<string> = new Set(['loc', 'extra', 'errors', 'comments', 'tokens']);

/**
 * All nodes within a node and itself, as the text has them; not those within one of which `isEnd` is true. Without
 * recursion: a sum of thousands of strings is as deep as it is long.
 */
export function nodesWithin(node: Node, isEnd: (node: Node) => boolean = () => false): Node[] {
  const found: Node[] = [];
  const left = [node];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    found.push(next);
    if (!isEnd(next)) pushChildren(next, left);
  }
  return found;
}

/** The last one first, so that the first one is taken next. */
function pushChildren(node: Node, left: Node[]): void {
  const from = left.length;
  for (const key in node) {
    const value: unknown = node[key as keyof Node];
    if (typeof value !== 'object' || value === null || NOT_CHILDREN.has(key)) continue;
    if (isNode(value)) left.push(value);
    else if (Array.isArray(value))
      for (const item of value as unknown[]) if (isNode(item)) left.push(item);
  }
  if (left.length - from > 1) left.push(...left.splice(from).reverse());
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

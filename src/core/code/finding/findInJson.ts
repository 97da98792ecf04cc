import { parseTree } from 'jsonc-parser';
import type { Node } from 'jsonc-parser';

import type { ImageReference } from '../imageReference';
import type { DataNode } from './data/dataTree';
import { imagesInData } from './data/imagesInData';

/** The images of a JSON text, with comments or without: a web manifest's, an app's, those of data. */
export function findInJson(text: string, path: string): readonly ImageReference[] {
  try {
    const tree = parseTree(text, undefined, { allowTrailingComma: true });
    const root = tree && dataOf(tree);
    return root === undefined ? [] : imagesInData(text, path, root);
  } catch {
    // Deeper than the stack is.
    return [];
  }
}

function dataOf(node: Node): DataNode | undefined {
  const { type, offset, length, children = [] } = node;
  const value = String(node.value);
  switch (type) {
    case 'string': {
      const span = { start: offset + 1, end: offset + length - 1 };
      return { kind: 'text', value, span };
    }
    case 'number':
      return { kind: 'text', value, span: { start: offset, end: offset + length } };
    case 'array':
      return { kind: 'list', items: children.flatMap((child) => dataOf(child) ?? []) };
    case 'object':
      return { kind: 'map', entries: children.flatMap((property) => entryOf(property)) };
    default:
      return undefined;
  }
}

function entryOf({ children: [key, value] = [] }: Node): readonly (readonly [string, DataNode])[] {
  const data = value && dataOf(value);
  return key === undefined || data === undefined ? [] : [[String(key.value), data]];
}

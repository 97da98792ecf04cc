import { isMap, isScalar, isSeq, parseAllDocuments } from 'yaml';
import type { Scalar } from 'yaml';

import type { ImageReference } from '../imageReference';
import type { DataNode, DataText } from './data/dataTree';
import { imagesInData } from './data/imagesInData';

/** The images of a YAML text, or of the front matter of a page: a docs site's, a Flutter app's, those of data. */
export function findInYaml(text: string, path: string): readonly ImageReference[] {
  try {
    const documents = parseAllDocuments(text, { logLevel: 'silent', uniqueKeys: false });
    if (!Array.isArray(documents)) return [];
    return documents.flatMap(({ contents }) => {
      const root = dataOf(contents);
      return root === undefined ? [] : imagesInData(text, path, root);
    });
  } catch {
    // Deeper than the stack is.
    return [];
  }
}

function dataOf(node: unknown): DataNode | undefined {
  if (isScalar(node)) return textOf(node);
  if (isSeq(node)) return { kind: 'list', items: node.items.flatMap((item) => dataOf(item) ?? []) };
  if (!isMap(node)) return undefined;
  const entries = node.items.flatMap(({ key, value }): [string, DataNode][] => {
    const data = dataOf(value);
    return !isScalar(key) || data === undefined ? [] : [[String(key.value), data]];
  });
  return { kind: 'map', entries };
}

function textOf({ value, range, type }: Scalar): DataText | undefined {
  const isText = typeof value === 'string' || typeof value === 'number';
  // A block of text is no path.
  if (!isText || !range || type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL') return undefined;
  const [start, end] = range;
  const quote = type === 'PLAIN' ? 0 : 1;
  const span = { start: start + quote, end: end - quote };
  return { kind: 'text', value: String(value), span };
}

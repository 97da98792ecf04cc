import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

import type { ImageReference } from '../imageReference';
import { readImageUrl } from '../imageUrl';

/** The images of a Markdown text. */
export function findInMarkdown(text: string): readonly ImageReference[] {
  const found: ImageReference[] = [];
  visit(fromMarkdown(text), text, found);
  return found;
}

function visit(node: Nodes, text: string, found: ImageReference[]): void {
  if (node.type === 'image') {
    const url = readImageUrl(node.url);
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    const at = text.indexOf(node.url, start);
    if (url.kind === 'file' && at >= start && at < end) {
      found.push({
        start: at,
        end: at + node.url.length,
        raw: node.url,
        path: url.path,
        syntax: 'url',
        ...(node.alt ? { alt: node.alt } : {}),
        whole: { start, end },
      });
    }
  }
  if ('children' in node) for (const child of node.children) visit(child, text, found);
}

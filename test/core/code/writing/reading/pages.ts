import createAsciidoctor from '@asciidoctor/core';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { mdxjs } from 'micromark-extension-mdxjs';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

import { fromAttributes, type FoundImage } from './foundImage';

interface MarkdownNode {
  readonly type: string;
  readonly url?: string;
  readonly alt?: string | null | undefined;
  readonly children?: readonly MarkdownNode[];
}

export function imagesInMarkdown(text: string): readonly FoundImage[] {
  return imagesUnder(fromMarkdown(text));
}

export function imagesInMdx(text: string): readonly FoundImage[] {
  const tree = fromMarkdown(text, { extensions: [mdxjs()], mdastExtensions: [mdxFromMarkdown()] });
  return imagesUnder(tree);
}

function imagesUnder(node: MarkdownNode): readonly FoundImage[] {
  if (node.type === 'image') {
    return [{ src: decodeURIComponent(node.url ?? ''), alt: node.alt ?? '' }];
  }
  return (node.children ?? []).flatMap(imagesUnder);
}

export function imagesInHtml(text: string): readonly FoundImage[] {
  return imagesInNode(parse(text));
}

function imagesInNode(node: Tree.Node): readonly FoundImage[] {
  const own =
    'tagName' in node && node.tagName === 'img'
      ? [fromAttributes((name) => node.attrs.find((each) => each.name === name)?.value)]
      : [];
  return [...own, ...('childNodes' in node ? node.childNodes.flatMap(imagesInNode) : [])];
}

export function imagesInAsciiDoc(text: string): readonly FoundImage[] {
  return imagesInHtml(createAsciidoctor().convert(text) as string);
}

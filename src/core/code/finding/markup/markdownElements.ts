import type { Definition, Image, Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Extension, Options } from 'mdast-util-from-markdown';

import type { TextSpan } from '../../imageReference';
import type { EmbeddedLanguages } from '../embedded';
import { calmMarkdown } from './calmMarkdown';
import type { MarkupElement, MarkupNode } from './markupElement';
import type { SourceText } from './sourceText';

/** Where the destinations of images and definitions stand; the tree has only the places of the whole. */
type Destinations = Map<Image | Definition, TextSpan>;

/** Makes the element of a node that an extension of Markdown adds; undefined for the nodes of Markdown itself. */
type ReadNode = (node: Nodes, children: () => readonly MarkupNode[]) => MarkupNode | undefined;

/** The elements that a Markdown text makes: its images as `img`, its headings as `h1`, HTML as itself. */
export function markdownElements(
  text: string,
  embedded: EmbeddedLanguages,
  { extensions, mdastExtensions }: Options,
  read: ReadNode = () => undefined,
): readonly MarkupNode[] {
  const destinations: Destinations = new Map();
  const tree = fromMarkdown(calmMarkdown(text), {
    // Emphasis means nothing for images, and finding its pairs takes quadratic time.
    extensions: [...(extensions ?? []), { disable: { null: ['attention'] } }],
    mdastExtensions: [...(mdastExtensions ?? []), destinationsInto(destinations)],
  });
  const context = { text, embedded, destinations, read, shown: shownDefinitions(tree) };
  return nodesOf(tree.children, context);
}

interface Context {
  readonly text: string;
  readonly embedded: EmbeddedLanguages;
  readonly destinations: Destinations;
  readonly read: ReadNode;
  readonly shown: ReadonlyMap<Definition, string>;
}

/** Whose children are whole blocks and not words. */
const BLOCKS: ReadonlySet<string> = new Set(['blockquote', 'list', 'listItem']);

function nodesOf(
  nodes: readonly Nodes[],
  context: Context,
  isProse = false,
): readonly MarkupNode[] {
  const { text, embedded } = context;
  const html = nodes.filter((node) => node.type === 'html').map(spanOf);
  const [first] = html;
  if (first === undefined) return nodes.flatMap((node) => nodeOf(node, context) ?? []);
  if (!isProse) {
    return nodes.flatMap((node) => {
      if (node.type !== 'html') return nodeOf(node, context) ?? [];
      const { start, end } = spanOf(node);
      return embedded.htmlElements?.(text.slice(start, end), start) ?? [];
    });
  }
  // Tags in a paragraph are nodes of their own: read together, a picture's sources stay with it.
  const parts: string[] = [];
  let at = first.start;
  for (const { start, end } of html) {
    parts.push(' '.repeat(start - at), text.slice(start, end));
    at = end;
  }
  const made = nodes.flatMap((node) => nodeOf(node, context) ?? []);
  return [...made, ...(embedded.htmlElements?.(parts.join(''), first.start) ?? [])];
}

function nodeOf(node: Nodes, context: Context): MarkupNode | undefined {
  const children = (): readonly MarkupNode[] =>
    'children' in node ? nodesOf(node.children, context, !BLOCKS.has(node.type)) : [];
  const own = context.read(node, children);
  if (own !== undefined) return own;
  const place = context.destinations.get(node as Image);
  switch (node.type) {
    case 'image':
      return place && imageElement(node, place, node.alt, { span: spanOf(node) });
    case 'definition': {
      const alt = context.shown.get(node);
      return place && alt !== undefined ? imageElement(node, place, alt) : undefined;
    }
    case 'yaml': {
      const start = context.text.indexOf('\n', spanOf(node).start) + 1;
      return { language: 'yaml', part: { start, end: start + node.value.length } };
    }
    case 'text':
      return withoutEmphasis(node.value);
    case 'inlineCode':
      return node.value;
    case 'heading':
      return element(`h${node.depth}`, spanOf(node), children());
    default:
      return 'children' in node ? element('', spanOf(node), children()) : undefined;
  }
}

/** The definitions that images use, each with the words of the first of them; of two of one name the first counts. */
function shownDefinitions(tree: Root): ReadonlyMap<Definition, string> {
  const definitions = new Map<string, Definition>();
  const words = new Map<string, string>();
  const left: Nodes[] = [tree];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node);
    if (node.type === 'imageReference' && !words.has(node.identifier))
      words.set(node.identifier, node.alt ?? '');
    if ('children' in node) for (const child of [...node.children].reverse()) left.push(child);
  }
  const shown = new Map<Definition, string>();
  for (const [name, definition] of definitions) {
    const alt = words.get(name);
    if (alt !== undefined) shown.set(definition, alt);
  }
  return shown;
}

function imageElement(
  { url, title }: Image | Definition,
  place: TextSpan,
  alt: string | null | undefined,
  whole?: { span: TextSpan },
): MarkupElement {
  const said = (value: string): SourceText => ({ value, spanOf: () => place });
  const attributes = new Map([
    ['src', said(url)],
    ['alt', said(withoutEmphasis(alt ?? ''))],
    ['title', said(title ?? '')],
  ]);
  return { name: 'img', attributes, children: [], ...(whole ?? { span: place, isShared: true }) };
}

function element(name: string, span: TextSpan, children: readonly MarkupNode[]): MarkupElement {
  return { name, attributes: new Map(), span, children };
}

/** Takes off what would be emphasis, were it read. */
function withoutEmphasis(words: string): string {
  return words.replace(/\*+|\b_+|_+\b/g, '');
}

function spanOf({ position }: Nodes): TextSpan {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}

/** Does what mdast-util-from-markdown does when a destination ends, and keeps its place. */
function destinationsInto(destinations: Destinations): Extension {
  const keep: NonNullable<Extension['exit']>[string] = function (token) {
    const url = this.resume();
    const node = this.stack.at(-1);
    if (node?.type !== 'image' && node?.type !== 'link' && node?.type !== 'definition') return;
    node.url = url;
    if (node.type !== 'link')
      destinations.set(node, { start: token.start.offset, end: token.end.offset });
  };
  return { exit: { resourceDestinationString: keep, definitionDestinationString: keep } };
}

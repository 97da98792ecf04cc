import type { Nodes } from 'mdast';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { frontmatter } from 'micromark-extension-frontmatter';
import { mdxjs } from 'micromark-extension-mdxjs';

import type { ImageReference } from '../imageReference';
import type { EmbeddedLanguages } from './embedded';
import { imagesInMarkup } from './markup/imagesInMarkup';
import { literalText } from './markup/literalText';
import { markdownElements } from './markup/markdownElements';
import { moduleIn } from './markup/markupElement';
import type { MarkupNode } from './markup/markupElement';
import { attributeText } from './markup/sourceText';
import type { SourceText } from './markup/sourceText';

/** The images of a text of MDX: those of Markdown, of elements' attributes, and imported ones. */
export function findInMdx(
  text: string,
  path: string,
  embedded: EmbeddedLanguages,
): readonly ImageReference[] {
  const read = (node: Nodes, children: () => readonly MarkupNode[]): MarkupNode | undefined => {
    const span = {
      start: node.position?.start.offset ?? 0,
      end: node.position?.end.offset ?? 0,
    };
    if (node.type === 'mdxjsEsm') return { language: 'jsx', part: span };
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return undefined;
    const name = node.name ?? '';
    return {
      name: name.toLowerCase(),
      isComponent: /[A-Z.-]/.test(name),
      attributes: attributesOf(node, text, embedded),
      shows: shownModule(node),
      span,
      children: children(),
    };
  };
  const nodes = markdownElements(
    text,
    embedded,
    {
      extensions: [frontmatter(['yaml', 'toml']), mdxjs()],
      mdastExtensions: [frontmatterFromMarkdown(['yaml', 'toml']), mdxFromMarkdown()],
    },
    read,
  );
  return imagesInMarkup({ text, path, embedded }, nodes);
}

/** `src={hero}` shows what an import has under that name. */
function shownModule({ attributes }: MdxJsxFlowElement | MdxJsxTextElement): string | undefined {
  const src = attributes.find((each) => each.type === 'mdxJsxAttribute' && each.name === 'src');
  const value = src?.value;
  return typeof value === 'object' && value !== null ? moduleIn(value.value) : undefined;
}

function attributesOf(
  { attributes }: MdxJsxFlowElement | MdxJsxTextElement,
  text: string,
  { decodeAttributes = (raw) => raw }: EmbeddedLanguages,
): ReadonlyMap<string, SourceText> {
  const found = new Map<string, SourceText>();
  for (const attribute of attributes) {
    const { start, end } = attribute.position ?? {};
    if (attribute.type !== 'mdxJsxAttribute' || start?.offset === undefined) continue;
    const source = text.slice(start.offset, end?.offset);
    // Behind the name stand blanks, `=`, blanks and a quote or a brace.
    const before = /^[^\s="'{]+\s*=\s*["'{]/.exec(source)?.[0];
    if (before === undefined) continue;
    const at = start.offset + before.length;
    const raw = source.slice(before.length, -1);
    const value =
      typeof attribute.value === 'string'
        ? attributeText(raw, at, decodeAttributes)
        : literalText(raw, at);
    if (value !== undefined) found.set(attribute.name.toLowerCase(), value);
  }
  return found;
}

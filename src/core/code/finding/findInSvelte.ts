import { parse } from 'svelte/compiler';
import type { AST } from 'svelte/compiler';

import type { ImageReference } from '../imageReference';
import type { EmbeddedLanguages } from './embedded';
import { imagesInMarkup } from './markup/imagesInMarkup';
import { literalText } from './markup/literalText';
import { embeddedParts, rawParts, withoutParts } from './markup/rawParts';
import { moduleIn } from './markup/markupElement';
import type { MarkupNode } from './markup/markupElement';
import { attributeText } from './markup/sourceText';
import type { SourceText } from './markup/sourceText';

/** Nobody writes a longer component, and the parser takes quadratic time for what is broken. */
const LONGEST_COMPONENT = 250_000;

/** The images of a component of Svelte: of its markup, its scripts and its style. */
export function findInSvelte(
  text: string,
  path: string,
  embedded: EmbeddedLanguages,
): readonly ImageReference[] {
  // A comment that is not closed is an error, but only after the compiler has sought its end from every `<!--`.
  const isOpen = text.lastIndexOf('<!--') > text.lastIndexOf('-->');
  if (text.length > LONGEST_COMPONENT || isOpen) return [];
  const parts = rawParts(text);
  const nodes = [...embeddedParts(parts), ...markupOf(withoutParts(text, parts), embedded)];
  return imagesInMarkup({ text, path, embedded }, nodes);
}

/** The compiler reads what is unfinished too, but not all of it. */
function markupOf(text: string, embedded: EmbeddedLanguages): readonly MarkupNode[] {
  try {
    const { fragment } = parse(text, { modern: true, loose: true });
    return fragmentNodes(fragment, text, embedded);
  } catch {
    return [];
  }
}

function fragmentNodes(
  { nodes }: AST.Fragment,
  text: string,
  embedded: EmbeddedLanguages,
): readonly MarkupNode[] {
  return nodes.flatMap((node): MarkupNode | readonly MarkupNode[] => {
    if (node.type === 'Text') return node.data;
    const inside = fragmentsOf(node).flatMap((part) => fragmentNodes(part, text, embedded));
    if (!('attributes' in node)) return inside;
    return {
      // The image that Vite's plugin makes of it is an `img`.
      name: node.name.replace(/^enhanced:/, '').toLowerCase(),
      isComponent: node.type === 'Component' || node.name.includes('-'),
      attributes: attributesOf(node.attributes, text, embedded),
      shows: shownModule(node.attributes, text),
      span: { start: node.start, end: node.end },
      children: inside,
    };
  });
}

/** The parts of a block in their order: those of an `if`, an `each`, an `await`, or what is in an element. */
function fragmentsOf(node: AST.Fragment['nodes'][number]): readonly AST.Fragment[] {
  const parts: readonly unknown[] = Object.values(node);
  return parts.filter(
    (part): part is AST.Fragment =>
      typeof part === 'object' && part !== null && 'type' in part && part.type === 'Fragment',
  );
}

function attributesOf(
  attributes: readonly { readonly type: string }[],
  text: string,
  { decodeAttributes = (raw) => raw }: EmbeddedLanguages,
): ReadonlyMap<string, SourceText> {
  const found = new Map<string, SourceText>();
  for (const attribute of attributes) {
    if (!isAttribute(attribute) || attribute.value === true) continue;
    const { name, value } = attribute;
    const [only, ...others] = Array.isArray(value) ? value : [value];
    // What is put together of text and expressions is known only when it runs.
    if (only === undefined || others.length > 0) continue;
    const source =
      only.type === 'Text'
        ? attributeText(text.slice(only.start, only.end), only.start, decodeAttributes)
        : literalText(text.slice(only.start + 1, only.end - 1), only.start + 1);
    if (source !== undefined) found.set(name.toLowerCase(), source);
  }
  return found;
}

/** `src={hero}` shows what the script has under that name. */
function shownModule(
  attributes: readonly { readonly type: string }[],
  text: string,
): string | undefined {
  const src = attributes.filter(isAttribute).find(({ name }) => name === 'src');
  const expression = src === undefined || src.value === true ? undefined : src.value;
  if (expression === undefined || Array.isArray(expression)) return undefined;
  return moduleIn(text.slice(expression.start + 1, expression.end - 1));
}

function isAttribute(node: { readonly type: string }): node is AST.Attribute {
  return node.type === 'Attribute';
}

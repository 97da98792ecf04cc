import type { DirectiveNode, ElementNode, TemplateChildNode } from '@vue/compiler-dom';
import { NodeTypes, parse } from '@vue/compiler-dom/dist/compiler-dom.esm-browser.prod.js';

import type { ImageReference } from '../imageReference';
import type { EmbeddedLanguages } from './embedded';
import { imagesInMarkup } from './markup/imagesInMarkup';
import { literalText } from './markup/literalText';
import { moduleIn, scriptLanguage, sheetLanguage } from './markup/markupElement';
import type { EmbeddedPart, MarkupNode } from './markup/markupElement';
import { attributeText } from './markup/sourceText';
import type { SourceText } from './markup/sourceText';

/** Nobody writes a longer component, and the parser takes quadratic time for what is broken. */
const LONGEST_COMPONENT = 120_000;

/** The images of a single-file component of Vue: of its template, its scripts and its styles. */
export function findInVue(
  text: string,
  path: string,
  embedded: EmbeddedLanguages,
): readonly ImageReference[] {
  if (text.length > LONGEST_COMPONENT) return [];
  const { children } = parse(text, {
    parseMode: 'sfc',
    comments: false,
    // Values stay as they are written: their places are counted in the source.
    decodeEntities: (raw) => raw,
    onError: goOn,
  });
  const nodes = children.flatMap((block) => blockNodes(block, text, embedded));
  return imagesInMarkup({ text, path, embedded, isModule: isResolved }, nodes);
}

/** Vue makes imports of these; the others are URLs of the page. */
function isResolved(path: string): boolean {
  return /^(?:\.|~|@\/)/.test(path);
}

function blockNodes(
  block: TemplateChildNode,
  text: string,
  embedded: EmbeddedLanguages,
): readonly MarkupNode[] {
  if (block.type !== NodeTypes.ELEMENT) return [];
  const lang = block.props.find((prop) => prop.name === 'lang');
  const said = lang?.type === NodeTypes.ATTRIBUTE ? lang.value?.content : undefined;
  switch (block.tag) {
    case 'template':
      return said === undefined || said === 'html' ? [elementOf(block, text, embedded)] : [];
    case 'script':
      return partOf(block, scriptLanguage(said));
    case 'style':
      return partOf(block, sheetLanguage(said));
    default:
      return [];
  }
}

function partOf(
  { children }: ElementNode,
  language: EmbeddedPart['language'] | undefined,
): readonly EmbeddedPart[] {
  const [first, last] = [children[0], children.at(-1)];
  if (language === undefined || first === undefined || last === undefined) return [];
  const part = { start: first.loc.start.offset, end: last.loc.end.offset };
  return [{ language, part }];
}

function elementOf(node: ElementNode, text: string, embedded: EmbeddedLanguages): MarkupNode {
  return {
    name: node.tag.toLowerCase(),
    isComponent: /[A-Z-]/.test(node.tag),
    attributes: attributesOf(node, text, embedded),
    shows: boundModule(node),
    span: { start: node.loc.start.offset, end: node.loc.end.offset },
    children: node.children.flatMap((child) => childNodes(child, text, embedded)),
  };
}

function childNodes(
  node: TemplateChildNode,
  text: string,
  embedded: EmbeddedLanguages,
): readonly MarkupNode[] {
  if (node.type === NodeTypes.ELEMENT) return [elementOf(node, text, embedded)];
  return node.type === NodeTypes.TEXT ? [node.content] : [];
}

function attributesOf(
  { props }: ElementNode,
  text: string,
  { decodeAttributes = (raw) => raw }: EmbeddedLanguages,
): ReadonlyMap<string, SourceText> {
  const attributes = new Map<string, SourceText>();
  for (const prop of props) {
    if (prop.type === NodeTypes.ATTRIBUTE) {
      const { start, end } = prop.value?.loc ?? prop.loc;
      if (prop.value === undefined) continue;
      const quote = /^["']/.test(text.slice(start.offset, end.offset)) ? 1 : 0;
      const from = start.offset + quote;
      const raw = text.slice(from, end.offset - quote);
      attributes.set(prop.name.toLowerCase(), attributeText(raw, from, decodeAttributes));
    } else if (prop.name === 'bind') {
      const [name, value] = boundLiteral(prop, text) ?? [];
      if (name !== undefined && value !== undefined) attributes.set(name, value);
    }
  }
  return attributes;
}

/** `:src="hero"` shows what the script has under that name. */
function boundModule({ props }: ElementNode): string | undefined {
  for (const prop of props) {
    if (prop.type !== NodeTypes.DIRECTIVE || prop.name !== 'bind') continue;
    const { arg, exp } = prop;
    if (arg === undefined || !('content' in arg) || arg.content !== 'src') continue;
    return exp === undefined ? undefined : moduleIn(exp.loc.source);
  }
  return undefined;
}

/** `:src="'a.png'"` and `:src="require('a.png')"` name an image as `src="a.png"` does. */
function boundLiteral(
  { arg, exp }: DirectiveNode,
  text: string,
): readonly [string, SourceText] | undefined {
  if (arg === undefined || !('content' in arg) || exp === undefined) return undefined;
  const { start, end } = exp.loc;
  const value = literalText(text.slice(start.offset, end.offset), start.offset);
  return typeof arg.content === 'string' && value !== undefined ? [arg.content, value] : undefined;
}

function goOn(): void {
  // What is broken is read as far as it goes.
}

import type { JSXElement, JSXFragment, JSXOpeningElement, Node } from '@babel/types';

import type { MarkupElement, MarkupNode } from '../markup/markupElement';
import type { SourceText } from '../markup/sourceText';
import { attributeLiteral } from './literals';
import { nodesWithin } from './syntaxTree';

/** The elements of JSX that stand in a piece of a script, with those within them. */
export function markupIn(text: string, node: Node): readonly MarkupNode[] {
  const found: MarkupNode[] = [];
  for (const inner of nodesWithin(node, isMarkup)) {
    if (inner.type === 'JSXElement') found.push(elementOf(text, inner));
    else if (inner.type === 'JSXFragment') found.push(...contentOf(text, inner));
    else if (inner.type === 'JSXText') found.push(inner.value);
  }
  return found;
}

function isMarkup(node: Node): boolean {
  return node.type === 'JSXElement' || node.type === 'JSXFragment';
}

function elementOf(text: string, element: JSXElement): MarkupElement {
  const { start, end, openingElement } = element;
  const name = nameOf(openingElement);
  return {
    name,
    isComponent: !/^[a-z][a-z0-9]*$/.test(name),
    attributes: attributesOf(text, openingElement),
    span: { start: start ?? 0, end: end ?? 0 },
    // Elements stand also in the values of attributes: `icon={<img … />}`.
    children: [
      ...openingElement.attributes.flatMap((attribute) => markupIn(text, attribute)),
      ...contentOf(text, element),
    ],
  };
}

function contentOf(text: string, { children }: JSXElement | JSXFragment): readonly MarkupNode[] {
  return children.flatMap((child) => markupIn(text, child));
}

/** As it is written: a component's `Image` is not the `image` of SVG. */
function nameOf({ name }: JSXOpeningElement): string {
  if (name.type === 'JSXIdentifier') return name.name;
  return name.type === 'JSXNamespacedName' ? `${name.namespace.name}:${name.name.name}` : 'x.x';
}

function attributesOf(
  text: string,
  { attributes }: JSXOpeningElement,
): ReadonlyMap<string, SourceText> {
  const found = new Map<string, SourceText>();
  for (const attribute of attributes) {
    if (attribute.type !== 'JSXAttribute' || attribute.name.type !== 'JSXIdentifier') continue;
    const name = attribute.name.name.toLowerCase();
    const value = attributeLiteral(text, attribute.value);
    if (value !== undefined) found.set(name === 'xlinkhref' ? 'xlink:href' : name, value);
  }
  return found;
}

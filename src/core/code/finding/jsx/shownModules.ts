import type { JSXAttribute, JSXOpeningElement, Node } from '@babel/types';

import type { ImageDetails } from '../imageAt';
import { pixels } from '../pixels';
import { attributeLiteral } from './literals';

/** What an element says of the image that its `src` has from a module: `<img src={hero} alt="A boat" />`. */
export function shownModule(
  text: string,
  node: Node,
): readonly [module: Node | string, said: ImageDetails] | undefined {
  if (node.type !== 'JSXOpeningElement') return undefined;
  const value = attributeNamed(node, 'src')?.value;
  if (value?.type !== 'JSXExpressionContainer') return undefined;
  // Next.js and Astro give an object for an image, with its URL in it; so does a module of webpack.
  let module: Node = value.expression;
  while (module.type === 'MemberExpression') module = module.object;
  return [module.type === 'Identifier' ? module.name : module, saidBy(text, node)];
}

function saidBy(text: string, element: JSXOpeningElement): ImageDetails {
  const said = (name: string): string | undefined =>
    attributeLiteral(text, attributeNamed(element, name)?.value)?.value.trim();
  return { alt: said('alt'), width: pixels(said('width')), height: pixels(said('height')) };
}

function attributeNamed(element: JSXOpeningElement, name: string): JSXAttribute | undefined {
  return element.attributes.find(
    (attribute) => attribute.type === 'JSXAttribute' && attribute.name.name === name,
  ) as JSXAttribute | undefined;
}

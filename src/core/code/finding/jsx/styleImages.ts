import type { Node } from '@babel/types';

import type { ImageReference } from '../../imageReference';
import { imagesInValue } from '../css/cssImages';
import { imageAt } from '../imageAt';
import { literalText } from './literals';

/** The images in an element's own style, where its values are plain strings: `style={{ background: 'url(a.png)' }}`. */
export function styleImages(text: string, node: Node): readonly ImageReference[] {
  if (node.type !== 'JSXAttribute' || node.name.name !== 'style') return [];
  const style = node.value?.type === 'JSXExpressionContainer' ? node.value.expression : undefined;
  if (style?.type !== 'ObjectExpression') return [];
  return style.properties.flatMap((property) => {
    if (property.type !== 'ObjectProperty') return [];
    const value = literalText(text, property.value);
    if (value === undefined) return [];
    const purpose = isBackground(property.key) ? ('background' as const) : undefined;
    return imagesInValue(value.value).flatMap(
      (image) => imageAt(text, value.spanOf(image), image.url, { purpose }) ?? [],
    );
  });
}

function isBackground(key: Node): boolean {
  return key.type === 'Identifier' && /^background(?:Image)?$/.test(key.name);
}

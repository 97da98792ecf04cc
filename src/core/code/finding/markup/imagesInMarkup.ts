import type { FindReferences, ImageReference } from '../../imageReference';
import { findInPart } from '../embedded';
import type { ImageDetails } from '../imageAt';
import { imagesOfElement, saidOfImage } from './elementImages';
import type { MarkupSource, Surroundings } from './elementImages';
import { firstWithin, wordsIn } from './markupElement';
import type { EmbeddedPart, MarkupElement, MarkupNode } from './markupElement';

/**
 * The images that elements name, in the order of the text. Without recursion: a broken document may nest deeper than
 * the stack is.
 */
export function imagesInMarkup(
  source: MarkupSource,
  nodes: readonly MarkupNode[],
): readonly ImageReference[] {
  const found: ImageReference[] = [];
  const scripts: EmbeddedPart[] = [];
  const shown = new Map<string, ImageDetails>();
  let above: string | undefined;
  const left: [MarkupNode, Surroundings][] = nodes.map((node): [MarkupNode, Surroundings] => [
    node,
    {},
  ]);
  left.reverse();
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const [node, around] = next;
    if (typeof node === 'string') continue;
    if ('part' in node) {
      if (isScript(node)) scripts.push(node);
      else for (const image of imagesInPart(source, node)) found.push(image);
      continue;
    }
    if (/^h[1-6]$/.test(node.name)) above = wordsIn(node) || above;
    const here = { ...around, heading: above };
    for (const image of imagesOfElement(source, node, here)) found.push(image);
    if (node.shows !== undefined && !shown.has(node.shows))
      shown.set(node.shows, saidOfImage(node, here));
    readPreviewSize(node, found);
    const inside = surroundingsIn(node, around);
    for (let i = node.children.length - 1; i >= 0; i--) {
      const child = node.children[i];
      if (child !== undefined) left.push([child, inside]);
    }
  }
  // What scripts import is known when all is seen that shows it.
  for (const { language, part } of scripts) {
    const find: FindReferences = (text, path) => source.embedded.jsx?.(text, path, shown) ?? [];
    for (const image of findInPart(find, source.text, part, `${source.path}.${language}`))
      found.push(image);
  }
  return found.sort((a, b) => a.start - b.start);
}

function isScript({ language }: EmbeddedPart): boolean {
  return ['js', 'jsx', 'ts', 'tsx'].includes(language);
}

function imagesInPart(
  { text, path, embedded }: MarkupSource,
  { language, part }: EmbeddedPart,
): readonly ImageReference[] {
  if (language === 'yaml') return findInPart(embedded.yaml, text, part, path);
  // The finder sees by the file's name what it reads.
  return findInPart(embedded.css, text, part, `${path}.${language}`);
}

function surroundingsIn(element: MarkupElement, around: Surroundings): Surroundings {
  if (element.name === 'picture') return { ...around, pictured: firstWithin(element, 'img') };
  if (element.name !== 'figure') return around;
  const caption = firstWithin(element, 'figcaption');
  return { ...around, caption: caption === undefined ? undefined : wordsIn(caption) };
}

/** `og:image:width` and its like follow the image that they speak of. */
function readPreviewSize({ name, attributes }: MarkupElement, found: ImageReference[]): void {
  if (name !== 'meta') return;
  const property = attributes.get('property')?.value ?? attributes.get('name')?.value ?? '';
  const side = /^(?:og|twitter):image:(width|height)$/i.exec(property.trim())?.[1]?.toLowerCase();
  const px = Number(attributes.get('content')?.value);
  const image = found.at(-1);
  if (side === undefined || image?.purpose !== 'og-image' || !(px > 0 && px < 1e5)) return;
  found[found.length - 1] = { ...image, [side]: Math.round(px) };
}

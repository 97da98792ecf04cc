import type { ImageDetails } from './imageAt';
import { pixels } from './pixels';

/** A value of an attribute list: quoted, with commas in it, or up to the next one; perhaps with a name. */
const ATTRIBUTE =
  /\s*(?:([\w-]+)\s*=\s*)?(?:"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|([^,]*))\s*(?:,|$)/g;

/** What the brackets of an image macro say: alternative text, width and height by their places or names. */
export function asciiDocAttributes(list: string): ImageDetails {
  const said = new Map<string, string>();
  let place = 0;
  for (const [whole, name, double, single, bare] of list.matchAll(ATTRIBUTE)) {
    if (whole === '') break;
    const value = (double ?? single ?? bare ?? '').trim().replace(/\\(.)/g, '$1');
    const key = name ?? ['alt', 'width', 'height'][place++];
    if (key !== undefined && value !== '') said.set(key, value);
  }
  return {
    alt: said.get('alt'),
    width: pixels(said.get('width')),
    height: pixels(said.get('height')),
  };
}

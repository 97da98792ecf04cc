import type { ImageReference } from '../../imageReference';

/** What people call pictures in data, in the singular. */
const NOUNS =
  /^(?:src|image|img|icon|logo|favicon|cover|hero|thumbnail|thumb|avatar|poster|banner|background|picture|photo|screenshot|illustration|splash|preview|teaser|gallery|figure)$/;

/** What may follow: `imageUrl`, `logo_dark`, `hero-image-2x`. */
const ADDED =
  /^(?:url|uri|src|path|file|href|dark|light|small|large|mobile|desktop|inverted|android|ios|web|2x|3x)$/;

/** Whether what stands under a key of JSON or YAML names an image, if it looks like the path of one. */
export function isImageKey(key: string): boolean {
  const words = wordsIn(key);
  while (words.length > 1 && ADDED.test(words.at(-1) ?? '') && words.at(-1) !== 'src') words.pop();
  return NOUNS.test(singular(words.at(-1) ?? '')) || NOUNS.test(singular(words.at(-2) ?? ''));
}

/** What the image is for, by the keys that lead to it, the nearest last. */
export function purposeOf(keys: readonly string[]): ImageReference['purpose'] {
  const words = keys.slice(-2).flatMap(wordsIn).map(singular);
  if (words.some((word) => /^(?:og|twitter|social|opengraph)$/.test(word))) return 'og-image';
  if (words.some((word) => /^(?:icon|favicon)$/.test(word))) return 'icon';
  if (words.includes('background')) return 'background';
  return words.includes('poster') ? 'poster' : undefined;
}

function wordsIn(key: string): string[] {
  return key
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

function singular(word: string): string {
  return word === 'galleries' ? 'gallery' : word.replace(/s$/, '');
}

import type { DerivedFormat } from '../core/assets/recipe';

const NAMES: Readonly<Record<DerivedFormat, string>> = {
  png: 'PNG',
  jpeg: 'JPEG',
  webp: 'WebP',
  avif: 'AVIF',
  ico: 'ICO',
};

/** A format as people write it, in every language. */
export function formatName(format: DerivedFormat): string {
  return NAMES[format];
}

import type { CodeLanguage } from './language';

/** Where a name without extension can stand for an image. */
const NAMES_WITHOUT_EXTENSION: ReadonlySet<CodeLanguage> = new Set([
  'latex',
  'swift',
  'kotlin',
  'androidXml',
]);

const IMAGE_FILE = /\.(?:png|jpe?g|webp|avif|gif|ico|svg)/i;
const PLACEHOLDER_SERVICE =
  /placehold|picsum\.photos|dummyimage\.com|loremflickr\.com|lorem\.space|source\.unsplash\.com/i;

/**
 * Whether a parser's work on this text can bring anything: most files of a project name no image at all. May say yes
 * where there is none, never the other way round for what is written plainly.
 */
export function mayNameImages(text: string, language: CodeLanguage): boolean {
  if (language === 'plain') return false;
  if (NAMES_WITHOUT_EXTENSION.has(language)) return true;
  return IMAGE_FILE.test(text) || PLACEHOLDER_SERVICE.test(text);
}

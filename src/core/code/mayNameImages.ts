import type { CodeLanguage } from './language';

/** How the languages name an image that have no file's name for it. */
const RESOURCE: Partial<Record<CodeLanguage, RegExp>> = {
  swift: /\b(?:UI|NS)?Image\b|imageLiteral/,
  kotlin: /\.(?:drawable|mipmap)\b/,
  androidXml: /(?:drawable|mipmap)\//,
};

const IMAGE_FILE = /\.(?:png|jpe?g|webp|avif|gif|ico|svg)/i;
const PLACEHOLDER_SERVICE =
  /placehold|picsum\.photos|dummyimage\.com|loremflickr\.com|lorem\.space|source\.unsplash\.com/i;

/**
 * Whether a parser's work on this text can bring anything: most files of a project name no image at all. May say yes
 * where there is none, never the other way round for what is written plainly.
 */
export function mayNameImages(text: string, language: CodeLanguage): boolean {
  if (language === 'plain') return false;
  return (
    RESOURCE[language]?.test(text) ?? (IMAGE_FILE.test(text) || PLACEHOLDER_SERVICE.test(text))
  );
}

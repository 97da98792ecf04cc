import type { CodeLanguage } from './language';

/** How the languages name an image that have no file's name for it. */
const RESOURCE: Partial<Record<CodeLanguage, RegExp>> = {
  swift: /\b(?:UI|NS)?Image\b|imageLiteral/,
  kotlin: /\.(?:drawable|mipmap)\b/,
  androidXml: /(?:drawable|mipmap)\//,
};

/** A URL may be broken over lines anywhere, and browsers read it in one. */
const IMAGE_FILE = new RegExp(
  `\\.[\\t\\r\\n]*(?:${['png', 'jpg', 'jpeg', 'webp', 'avif', 'gif', 'ico', 'svg'].map(broken).join('|')})(?![a-z0-9])`,
  'i',
);
const PLACEHOLDER_SERVICE = new RegExp(
  [
    'placehold',
    'picsum.photos',
    'dummyimage.com',
    'loremflickr.com',
    'lorem.space',
    'source.unsplash.com',
  ]
    .map(broken)
    .join('|'),
  'i',
);

function broken(word: string): string {
  const characters = Array.from(word, (character) => character.replace('.', '\\.'));
  return characters.join('[\\t\\r\\n]*');
}

/**
 * What may stand for a dot or a letter: percent-encoding, character references, escapes of CSS, JavaScript, JSON, YAML and
 * Markdown, a line that goes on, and quotes within a path of LaTeX.
 */
const ESCAPE =
  /%([2-7][\da-f])|&#0*(\d{2,3});?|&#x0*([2-7][\da-f]);?|(&period;)|\\(?:x|u00|u\{0*|0{0,4})([2-7][\da-f])\}?[ \t\n\f]?|\\\r?\n|\\(?=[.a-z])|"/gi;

/** An escape can hold another: a reference the percent sign of a URL. */
const MOST_ESCAPES = 3;

/**
 * Whether a parser's work on this text can bring anything: most files of a project name no image at all. May say yes
 * where there is none, never the other way round.
 */
export function mayNameImages(text: string, language: CodeLanguage): boolean {
  if (language === 'plain') return false;
  return RESOURCE[language]?.test(text) ?? (namesAny(text) || namesAnyEscaped(text));
}

function namesAny(text: string): boolean {
  return IMAGE_FILE.test(text) || PLACEHOLDER_SERVICE.test(text);
}

function namesAnyEscaped(text: string): boolean {
  let before = text;
  for (let n = 0; n < MOST_ESCAPES; n += 1) {
    const plain = before.replace(ESCAPE, meant);
    if (plain === before) return false;
    if (namesAny(plain)) return true;
    before = plain;
  }
  return false;
}

function meant(...[, percent, decimal, hex, dot, escape]: readonly (string | undefined)[]): string {
  if (dot !== undefined) return '.';
  const digits = percent ?? hex ?? escape;
  if (digits !== undefined) return String.fromCharCode(Number.parseInt(digits, 16));
  return decimal === undefined ? '' : String.fromCharCode(Number(decimal));
}

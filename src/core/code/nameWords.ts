/** Folders and names that say what kind of thing a file is, and nothing of what it shows. */
const SAYING_NOTHING = new Set(
  (
    'app asset assets component components content default demo dist docs file files figure figures gallery generated ' +
    'image images img imgs index lib media page pages photo photos pic pics picture pictures placeholder public res ' +
    'resource resources sample src static temp test tmp untitled upload uploads'
  ).split(' '),
);

/** Whether some words name no subject: `image`, `photo 2`, or nothing at all. */
export function saysNothing(words: string): boolean {
  return words
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .every((word) => word === '' || SAYING_NOTHING.has(word));
}

/** A name as words: `HeroBanner`, `hero_banner` and `hero-banner@2x` are `hero banner`. Sizes and hashes are no words. */
export function wordsOfName(name: string): string {
  const words = name
    .replace(/@\d+(\.\d+)?x\b/gi, ' ')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => !isNoWord(word));
  return words.join(' ').toLowerCase();
}

/** What a file's name says of its picture; where that is nothing, its folder's. Empty where neither says anything. */
export function wordsOfPath(path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
  const [name = '', folder = ''] = parts.slice(-2).reverse();
  const words = wordsOfName(name.replace(/\.\w+$/, ''));
  if (!saysNothing(words)) return words;
  const around = wordsOfName(folder);
  return saysNothing(around) ? '' : around;
}

function isNoWord(word: string): boolean {
  const isSize = /^\d+(x\d+|px|w|h)?$/i.test(word);
  const isHash = /^(?=.*\d)[\da-f]{7,}$/i.test(word);
  return word === '' || isSize || isHash;
}

/** Words in one line. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

import { nameOf } from '../paths';

/** Words that no variable may have for a name, as far as a picture could. */
const RESERVED = new Set(
  'await break case catch class const continue debugger default delete do else enum export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof undefined var void while with yield'.split(
    ' ',
  ),
);

/** A variable's name after a file's: `hero-image@2x.png` is `heroImage2x`. */
export function nameOfImage(path: string): string {
  const base = nameOf(path).replace(/\.[^.]*$/, '');
  const words =
    base
      .normalize('NFC')
      .match(/[\p{ID_Continue}]+/gu)
      ?.flatMap((word) => word.split('_')) ?? [];
  const [first = '', ...rest] = words.filter((word) => word !== '');
  const name = [first.replace(/^\p{Lu}/u, (c) => c.toLowerCase()), ...rest.map(capital)].join('');
  if (RESERVED.has(name) || name === '') return `${name}Image`.replace(/^I/, 'i');
  return /^\p{ID_Start}/u.test(name) ? name : `image${name}`;
}

function capital(word: string): string {
  return word.replace(/^\p{Ll}/u, (c) => c.toUpperCase());
}

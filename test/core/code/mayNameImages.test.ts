import { array, assert, constantFrom, integer, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';

import { findInCss } from '../../../src/core/code/finding/findInCss';
import { findInDart } from '../../../src/core/code/finding/findInDart';
import { findInJson } from '../../../src/core/code/finding/findInJson';
import { findInJsx } from '../../../src/core/code/finding/findInJsx';
import { findInLatex } from '../../../src/core/code/finding/findInLatex';
import { findInRst } from '../../../src/core/code/finding/findInRst';
import { findInYaml } from '../../../src/core/code/finding/findInYaml';
import type { FindReferences } from '../../../src/core/code/imageReference';
import type { CodeLanguage } from '../../../src/core/code/language';
import { htmlFinder, markdownFinder, vueFinder } from '../../../src/core/code/markupFinders';
import { mayNameImages } from '../../../src/core/code/mayNameImages';

const plain = (find: FindReferences) => () => Promise.resolve(find);

/** Where languages name images; `@` is the image. The finder is asked past the look before it. */
const PLACES: readonly (readonly [CodeLanguage, string, string, () => Promise<FindReferences>])[] =
  [
    ['markdown', 'a.md', '![A](@) and\n\n[b]: @\n\n![b]', markdownFinder],
    ['html', 'a.html', '<img src="@"><img srcset="@ 2x">', htmlFinder],
    ['html', 'a.html', '<p style="background: url(@)">', htmlFinder],
    ['vue', 'a.vue', '<template><img src="@"></template>', vueFinder],
    ['css', 'a.css', 'a { background: url(@) }', plain(findInCss)],
    ['css', 'a.css', 'a { background: image-set("@" 1x) }', plain(findInCss)],
    [
      'jsx',
      'a.jsx',
      'import a from "@"; export const B = () => <img src="@" />;',
      plain(findInJsx),
    ],
    ['jsx', 'a.jsx', 'export const B = () => <img src={"@"} />;', plain(findInJsx)],
    ['json', 'a.json', '{ "image": "@" }', plain(findInJson)],
    ['yaml', 'a.yaml', 'image: "@"\n', plain(findInYaml)],
    ['rst', 'a.rst', '.. image:: @\n', plain(findInRst)],
    ['latex', 'a.tex', '\\includegraphics{@}', plain(findInLatex)],
    ['dart', 'a.dart', "final a = Image.asset('@');", plain(findInDart)],
  ];

const IMAGES = [
  'boat.png',
  'boat.JPEG',
  'boat.webp',
  'boat.avif?v=2',
  'boat.ico#a',
  'boat.svg',
  'https://placehold.co/600x400',
  'https://picsum.photos/200',
];

/** All that stands for a character somewhere. */
const ESCAPES: readonly ((character: string, code: string) => string)[] = [
  (character) => character,
  (_, code) => `%${code}`,
  (character) => `&#${String(character.charCodeAt(0))};`,
  (character) => `&#00${String(character.charCodeAt(0))}`,
  (_, code) => `&#x${code};`,
  (character, code) => (character === '.' ? '&period;' : `&#37;${code}`),
  (_, code) => `\\${code} `,
  (_, code) => `\\0000${code}`,
  (_, code) => `\\x${code}`,
  (_, code) => `\\u00${code}`,
  (_, code) => `\\u{${code}}`,
  (character) => `\\${character}`,
  (character) => `\\\n${character}`,
  (character) => `\n${character}`,
  (character) => `"${character}"`,
];

describe('a look before parsing', () => {
  it.each([
    ['markdown', '![](a.PNG)', true],
    ['css', 'url(a.avif)', true],
    ['html', '<img src="https://placehold.co/600x400">', true],
    ['html', '<img src="https://picsum.photos/200">', true],
    ['html', '<p>Text</p>', false],
    ['css', '.icon { color: navy }', false],
    ['jsx', 'const { icon } = props.icon;\nconst a = "\\n";', false],
    ['kotlin', 'R.drawable.hero', true],
    ['kotlin', 'fun main() {}', false],
    ['latex', '\\section{Boats}', false],
    ['swift', 'Image("hero")', true],
    ['androidXml', '@mipmap/icon', true],
  ] as const)('of %s: %s', (language, text, may) => {
    expect(mayNameImages(text, language)).toBe(may);
  });

  it('passes over nothing that a parser would find, however it is written', async () => {
    const finders = await Promise.all(PLACES.map(([, , , find]) => find()));
    let found = 0;
    const spelling = tuple(integer({ min: 0, max: 60 }), constantFrom(...ESCAPES));
    assert(
      property(
        constantFrom(...PLACES.keys()),
        constantFrom(...IMAGES),
        array(spelling, { maxLength: 3 }),
        (at, image, spellings) => {
          const [language, path, text] = PLACES[at] ?? ['plain', '', ''];
          const written = Array.from(image, (character, n) => {
            const code = character.charCodeAt(0).toString(16).padStart(2, '0');
            const [, escape] = spellings.find(([place]) => place % image.length === n) ?? [];
            return escape?.(character, code) ?? character;
          });
          const code = text.replaceAll('@', () => written.join(''));
          const references = finders[at]?.(code, path) ?? [];
          if (references.length === 0) return;
          if (written.join('') !== image) found += 1;
          expect({ code, may: mayNameImages(code, language) }).toEqual({ code, may: true });
        },
      ),
      { seed: 12, numRuns: 1500 },
    );
    // Enough of them were read in spite of their escapes.
    expect(found).toBeGreaterThan(150);
  });
});

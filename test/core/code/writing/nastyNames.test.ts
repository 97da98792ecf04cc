import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';

import { imagesInAstro, imagesInJsx, imagesInSvelte, imagesInVue } from './reading/components';
import type { FoundImage } from './reading/foundImage';
import { imagesInAsciiDoc, imagesInHtml, imagesInMarkdown, imagesInMdx } from './reading/pages';
import { imagesInCss, imagesInLess, imagesInScss } from './reading/sheets';
import { imagesInLatex, imagesInRst } from './reading/texts';
import { named, picture, project } from './writing';

const PIECES = [
  'fox',
  'A',
  ' ',
  '"',
  "'",
  '`',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '{',
  '}',
  '{{',
  '#',
  '%',
  '%20',
  '\\',
  '&',
  '&amp;',
  '*',
  '_',
  '$',
  '~',
  '^',
  '|',
  '!',
  '@',
  '=',
  ';',
  ',',
  ':',
  '狐',
  'ü',
  '😀',
  '-',
  '.',
  '${a}',
  '{a}',
  '-->',
  '](',
  '*/',
  '--',
  '(C)',
];
/** Without slashes of either kind, which part folders, and line ends, which no template would take. */
const name = fc
  .array(fc.constantFrom(...PIECES.filter((piece) => !/[\\/]/.test(piece))), {
    minLength: 1,
    maxLength: 6,
  })
  .map((pieces) => pieces.join('').trim())
  .filter((text) => !/^\.*$/.test(text));
const alt = fc
  .array(fc.constantFrom(...PIECES, '\n', '\r\n', '\t'), { maxLength: 8 })
  .map((pieces) => pieces.join(''));

const runs = { seed: 5, numRuns: 50 };
/** For parsers that are read first and then run many times, on a machine that is busy. In ms. */
const patience = 60_000;
const vite = project('vite', 'public');
const inScript = (text: string) => text.replace(/^\.\//, '');

describe('an image with a nasty name and nasty words', { timeout: patience }, () => {
  it.each<[string, string, string, (text: string) => readonly FoundImage[]]>([
    ['Markdown', 'a.md', 'Text ‸ more', imagesInMarkdown],
    ['MDX', 'a.mdx', 'Text ‸ more', imagesInMdx],
    ['HTML', 'a.html', '<p>‸</p>', imagesInHtml],
    ['JSX', 'src/a.tsx', 'export default () => <p>‸</p>;', imagesInJsx],
    ['Vue', 'src/a.vue', '<template>‸</template>', imagesInVue],
    ['Svelte', 'src/a.svelte', '‸', imagesInSvelte],
    ['Astro', 'src/a.astro', '‸', imagesInAstro],
    ['reStructuredText', 'a.rst', '‸', imagesInRst],
    ['AsciiDoc', 'a.adoc', 'Text\n\n‸', imagesInAsciiDoc],
    ['LaTeX', 'a.tex', 'Text ‸ more', imagesInLatex],
    ['CSS', 'a.css', 'a { mask: ‸ }', imagesInCss],
    ['SCSS', 'a.scss', 'a { mask: ‸ }', imagesInScss],
    ['Less', 'a.less', 'a { mask: ‸ }', imagesInLess],
  ])('is found whole by the parser of %s', async (_, path, text, find) => {
    await fc.assert(
      fc.asyncProperty(name, alt, async (file, words) => {
        // Vue's own compiler writes such a name into its code as it is.
        fc.pre(!path.endsWith('.vue') || !file.includes("'"));
        const folder = path.startsWith('src/') ? 'src/' : '';
        const one = picture(`${folder}${file}.png`, { alt: words });
        const [found, ...others] = find(await named(path, text, one, folder ? vite : project()));
        expect(others).toEqual([]);
        expect(inScript(found?.src ?? '')).toBe(`${file}.png`);
        const shown = words.replace(/\s+/g, ' ').trim();
        if (found?.alt !== undefined) expect(plain(found.alt)).toBe(plain(shown));
        else expect([/css|less$/.test(path), shown === ''].includes(true)).toBe(true);
      }),
      runs,
    );
  });

  it('is found whole in JSON and YAML', async () => {
    await fc.assert(
      fc.asyncProperty(name, async (file) => {
        const one = picture(`${file}.png`);
        expect(JSON.parse(await named('a.json', '[‸]', one))).toEqual([`${file}.png`]);
        for (const text of ['‸', '"‸"', "'‸'"]) {
          expect(parseYaml(await named('a.yaml', `a: ${text}\n`, one))).toEqual({
            a: `${file}.png`,
          });
        }
      }),
      runs,
    );
  });

  it('is whole in the strings of apps', async () => {
    await fc.assert(
      fc.asyncProperty(name, alt, async (file, words) => {
        const one = picture(`${file}.png`, { alt: words });
        const dart = await named('lib/a.dart', 'f(‸);', one, project('flutter'));
        expect(dartStrings(dart)[0]).toBe(`${file}.png`);
        expect(dartStrings(dart)[1] ?? '').toBe(words.replace(/\s+/g, ' ').trim());
        const set = picture(`A.xcassets/${file}.imageset/a.png`);
        expect(swiftString(await named('a.swift', 'let a = ‸', set))).toBe(file);
        expect(swiftString(await named('a.swift', 'let a = Image("‸")', set))).toBe(file);
      }),
      runs,
    );
  });
});

/** AsciiDoc writes apostrophes between letters as such. */
function plain(text: string): string {
  return text.replaceAll('’', "'");
}

/** The strings of Dart in single quotes; none may hold a `$` that is not escaped. */
function dartStrings(text: string): readonly string[] {
  return [...text.matchAll(/'((?:[^'\\$]|\\[\\'$])*)'/g)].map(([, string = '']) =>
    string.replace(/\\(.)/g, '$1'),
  );
}

function swiftString(text: string): string | undefined {
  return /^let a = Image\("((?:[^"\\]|\\[\\"])*)"\)$/.exec(text)?.[1]?.replace(/\\(.)/g, '$1');
}

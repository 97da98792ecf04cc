import { describe, expect, it } from 'vitest';

import { imagesInAsciiDoc, imagesInHtml, imagesInMarkdown, imagesInMdx } from './reading/pages';
import { imagesInCss, imagesInLess, imagesInScss } from './reading/sheets';
import { imagesInLatex, imagesInRst } from './reading/texts';
import { named, picture, project, type LanguageRow } from './writing';

const size = { width: '640', height: '480' };
const all = { alt: 'A red fox', ...size };
const vite = project('vite', 'public');
const served = picture('public/hero.png');

describe('an image that is named on a page or in a sheet', () => {
  it.each<LanguageRow>([
    [
      'Markdown',
      'docs/a.md',
      '# Fox\n\n‸\n',
      imagesInMarkdown,
      { src: '../img/hero.png', alt: all.alt },
    ],
    ['a link of Markdown', 'a.md', '![x](‸)', imagesInMarkdown, { src: 'img/hero.png', alt: 'x' }],
    [
      'a definition of Markdown',
      'a.md',
      '![x][i]\n\n[i]: ‸\n',
      (text) => imagesInMarkdown(text.replace('[i]\n', '(img/hero.png)')),
      { src: 'img/hero.png', alt: 'x' },
    ],
    [
      'MDX',
      'a.mdx',
      'import A from "a"\n\n<A />\n\n‸\n',
      imagesInMdx,
      { src: 'img/hero.png', alt: all.alt },
    ],
    ['HTML', 'index.html', '<main>\n  ‸\n</main>', imagesInHtml, { src: 'img/hero.png', ...all }],
    [
      'an attribute of HTML',
      'index.html',
      '<img alt="x" src="‸old.png" width="1">',
      imagesInHtml,
      { src: 'img/hero.png', alt: 'x', width: '1' },
    ],
    [
      'HTML of a Vite app',
      'index.html',
      '‸',
      imagesInHtml,
      { src: '/hero.png', ...all },
      vite,
      served,
    ],
    ['CSS', 'css/a.css', 'a { background: ‸ }', imagesInCss, { src: '../img/hero.png' }],
    ['a rule of CSS', 'a.css', 'a {\n  color: red;\n  ‸\n}', imagesInCss, { src: 'img/hero.png' }],
    ['url() of CSS', 'a.css', 'a { background: url(‸) red }', imagesInCss, { src: 'img/hero.png' }],
    [
      'url("") of SCSS',
      'a.scss',
      '$a: 1;\na { b { mask: url("‸x.png") } }',
      imagesInScss,
      { src: 'img/hero.png' },
    ],
    [
      'a nested rule of SCSS',
      'a.scss',
      "a { b { c: d } // it's {\n  ‸\n}",
      imagesInScss,
      { src: 'img/hero.png' },
    ],
    [
      'Less',
      'a.less',
      '@a: ‸;',
      (text) => imagesInLess(text.replace('@a', 'b { c').concat('}')),
      { src: 'img/hero.png' },
    ],
    [
      'reStructuredText',
      'a.rst',
      'Fox\n===\n‸\nText',
      imagesInRst,
      { src: 'img/hero.png', ...all },
    ],
    ['AsciiDoc', 'a.adoc', '= Fox\n\n‸\n\nText', imagesInAsciiDoc, { src: 'img/hero.png', ...all }],
    [
      'a line of AsciiDoc',
      'a.adoc',
      'See ‸ here',
      imagesInAsciiDoc,
      { src: 'img/hero.png', ...all },
    ],
    [
      'AsciiDoc with a folder of images',
      'a.adoc',
      '= Fox\n:imagesdir: img\n\n‸',
      imagesInAsciiDoc,
      { src: 'img/hero.png', ...all },
    ],
    ['LaTeX', 'a.tex', 'Text\n\n‸', imagesInLatex, { src: 'img/hero.png', alt: all.alt }],
    [
      'LaTeX, small',
      'a.tex',
      '‸',
      imagesInLatex,
      { src: 'img/hero.png', alt: all.alt, width: '64' },
      project(),
      picture('img/hero.png', { width: 64 }),
    ],
    [
      'an argument of LaTeX',
      'a.tex',
      '\\includegraphics[width=1cm]{‸}',
      imagesInLatex,
      { src: 'img/hero.png' },
    ],
  ])(
    'is found by the parser of %s',
    async (_, path, text, find, found, of = project(), one = picture()) => {
      expect(find(await named(path, text, one, of))).toEqual([found]);
    },
  );
});

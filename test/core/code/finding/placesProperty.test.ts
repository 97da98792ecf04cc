import { array, assert, constantFrom, property, string, tuple } from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { FindReferences } from '../../../../src/core/code/imageReference';
import {
  astroFinder,
  htmlFinder,
  markdownFinder,
  mdxFinder,
  svelteFinder,
  vueFinder,
} from '../../../../src/core/code/markupFinders';

const finders: readonly (readonly [string, FindReferences, (body: string) => string])[] = [
  ['markdown', await markdownFinder(), (body) => `---\r\ntitle: é\r\n---\r\n\r\n${body}`],
  ['html', await htmlFinder(), (body) => `\uFEFF<!doctype html>\n<body>${body}</body>`],
  ['vue', await vueFinder(), (body) => `<template><main>${body}</main></template>`],
  ['svelte', await svelteFinder(), (body) => `<script>let a = 1;</script>\r\n${body}`],
  ['astro', await astroFinder(), (body) => `---\nconst a = 1;\n---\n<main>${body}</main>`],
  ['mdx', await mdxFinder(), (body) => `# é\n\n<main>\n${body}\n</main>`],
];

/** How often a way to write names an image, and how it does. */
type Place = readonly [times: number, write: (url: string) => string];

const places: readonly Place[] = [
  [1, (url) => `<img src="${url}" alt="x" />`],
  [1, (url) => `<img alt='${url}' title="a > b" src='${url}' />`],
  [2, (url) => `<p>é🚢 &amp; <img\n  srcset=" ${url} 1x , ${url}?a&amp;b 2x"\n/></p>`],
  [2, (url) => `<picture><source srcset="${url}" /><img src="${url}" alt="" /></picture>`],
  [1, (url) => `<video poster="${url}"></video><!-- é -->`],
  [1, (url) => `<p style="color: red; background: url(&quot;${url}&quot;)">é</p>`],
  [0, (url) => `<a href="${url}">x</a>`],
];
const inMdx = places.filter(([, write]) => !/style=|<!--/.test(write('')));
const markdown: readonly Place[] = [
  ...places,
  [1, (url) => `- é ![a_b*c](${url} "t")`],
  [1, (url) => `> <b>é</b> ![x](<${url}>)`],
];

const path: Arbitrary<string> = string({
  unit: constantFrom(
    'a',
    'B',
    '7',
    '-',
    '_',
    ' ',
    '.',
    '/',
    'é',
    '船',
    '🚢',
    '(',
    ')',
    "'",
    '&',
    '+',
    '%',
    '#',
    '?',
    '@',
  ),
  minLength: 1,
  maxLength: 12,
}).map((name) => `i${name}.png`);

function encoded(name: string): string {
  return encodeURI(name).replace(/[?#&'()*]/g, (unit) => `%${unit.charCodeAt(0).toString(16)}`);
}

describe.each(finders)('the places in %s', (language, find, page) => {
  const choice = language === 'mdx' ? inMdx : language === 'markdown' ? markdown : places;

  it('are those of what is named, and take another path', () => {
    assert(
      property(
        array(tuple(constantFrom(...choice), path), { maxLength: 5 }),
        path,
        (parts, other) => {
          const text = page(parts.map(([[, write], name]) => write(encoded(name))).join('\n\n'));
          const found = find(text, `/a.${language}`);
          const named = parts.flatMap(([[times], name]) => Array<string>(times).fill(name));
          expect(found.map((reference) => reference.path)).toEqual(named);
          for (const [i, { start, end, raw }] of found.entries()) {
            expect(text.slice(start, end)).toBe(raw);
            const changed = `${text.slice(0, start)}${encoded(other)}${text.slice(end)}`;
            const paths = find(changed, `/a.${language}`).map((reference) => reference.path);
            expect(paths).toEqual(named.map((name, j) => (i === j ? other : name)));
          }
        },
      ),
      { numRuns: 40, seed: 5 },
    );
  });

  it('are found in no quadratic time, whatever is broken', { timeout: 120_000 }, () => {
    const units = [
      '<div></p>',
      '<!--',
      '<a b="',
      '{',
      '![a]\n',
      'a![a][b\n',
      '*a_',
      '<figure>',
      '<style ',
      '&amp;',
      '> - ',
    ];
    for (const unit of units) {
      const text = page(unit.repeat(30_000 / unit.length));
      expect(Array.isArray(find(`${text}a.png`, `/a.${language}`))).toBe(true);
    }
  });

  it('are none where nothing can be read', () => {
    const scrap = string({
      unit: constantFrom(
        '<',
        '>',
        '"',
        "'",
        '{',
        '}',
        '`',
        '![',
        '](',
        ')',
        '<img src=',
        'a.png',
        '<!--',
        '-->',
        '\r\n',
        ' ',
        '---\n',
        '<template>',
        '</',
        '<style>',
        '&',
        '#if',
        '\\',
        '\0',
      ),
      maxLength: 30,
    });
    assert(
      property(scrap, (text) => {
        for (const { start, end, raw } of find(text, `/a.${language}`))
          expect(text.slice(start, end)).toBe(raw);
      }),
      { numRuns: 200, seed: 5 },
    );
  });
});

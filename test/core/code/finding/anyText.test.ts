import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { findReferences } from '../../../../src/core/code/findReferences';
import type { CodeLanguage } from '../../../../src/core/code/language';

/** What makes parsers change their mind, and what they look for. */
const PIECES = [
  ...[
    'a.png',
    'url(',
    'image-set(',
    '<img src="',
    '/>',
    'import x from ',
    "require('",
    '{',
    '}',
    '${',
    '`',
  ],
  ...[
    '"',
    "'",
    '"""',
    '(',
    ')',
    '[',
    ']',
    '<',
    '>',
    '\\',
    '//',
    '/*',
    '*/',
    '<!--',
    '-->',
    '#',
    '%',
    '&amp;',
  ],
  ...[
    '\n',
    '\r\n',
    '\n\n',
    '  ',
    ': ',
    '- ',
    '---\n',
    'image: ',
    '"icon": ',
    '.. image:: ',
    '::',
    'image::',
  ],
  ...[
    '\\includegraphics',
    '\\verb|',
    'Image.asset(',
    'Image(',
    'R.drawable.a',
    '@drawable/a',
    '=',
    ';',
    ',',
  ],
  ...['https://placehold.co/64', '\uFEFF', '船', '🎨', '\uD83C', '\0'],
];

const LANGUAGES: readonly (readonly [CodeLanguage, string])[] = [
  ...(['css', 'scss', 'less', 'json', 'yaml', 'rst', 'dart', 'swift'] as const).map(
    (language) => [language, `a.${language}`] as const,
  ),
  ['jsx', 'a.tsx'],
  ['jsx', 'a.ts'],
  ['asciidoc', 'a.adoc'],
  ['latex', 'a.tex'],
  ['kotlin', 'a.kt'],
  ['androidXml', 'res/a/a.xml'],
];

describe('every finder', () => {
  it.each(LANGUAGES)(
    'takes any text for %s, and gives exact places in order',
    async (language, path) => {
      const text = fc
        .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 40 })
        .map((pieces) => pieces.join(''));
      await fc.assert(
        fc.asyncProperty(text, async (code) => {
          let last = 0;
          for (const { start, end, raw } of await findReferences(language, code, path)) {
            expect(code.slice(start, end)).toBe(raw);
            expect(start).toBeGreaterThanOrEqual(last);
            last = end;
          }
        }),
        { seed: 5, numRuns: 200 },
      );
    },
    30_000,
  );
});

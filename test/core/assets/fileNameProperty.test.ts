import {
  assert,
  constantFrom,
  date,
  integer,
  oneof,
  option,
  property,
  record,
  string,
} from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { expect, it } from 'vitest';
import { fileNameFrom, nthName, safeFileName } from '../../../src/core/assets/fileName';

/** Whatever somebody may send, and what leads out of a folder or is no name on some system. */
const text: Arbitrary<string> = oneof(
  string({ unit: 'binary', maxLength: 300 }),
  string({ unit: 'grapheme' }),
  string({
    unit: constantFrom('.', '/', '\\', '-', ' ', ':', '%2f', '\0', '\n', '~', '\u202e', '／', 'a'),
    maxLength: 30,
  }),
  constantFrom(
    '..',
    '../../etc/passwd',
    'C:\\Windows',
    '\\\\host\\share',
    'con',
    'NUL',
    'Lpt1.png',
  ),
  constantFrom('COM¹', 'aux.tar.gz', 'clock$', '.git', '.vscode/settings.json', 'a'.repeat(5000)),
);

const template = oneof(
  text,
  string({
    unit: constantFrom(
      '{prompt}',
      '{model}',
      '{seed}',
      '{id}',
      '{date}',
      '{x}',
      '/',
      '..',
      '-',
      '.',
    ),
    maxLength: 12,
  }),
);

const parts = record(
  {
    prompt: text,
    model: text,
    id: text,
    seed: option(oneof(integer(), constantFrom(NaN, -1e300)), { nil: 0 }),
    createdAt: date({ noInvalidDate: true }),
  },
  { requiredKeys: ['prompt', 'model', 'id', 'createdAt'] },
);

/** Names of devices on Windows, whatever follows their first dot. */
const device = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)([. ]|$)/i;

function expectName(name: string): void {
  expect(name).not.toMatch(/[/\\<>:"|?*\u0000-\u001f\u007f]/);
  expect(name).not.toMatch(/[. ]$/);
  expect(name).not.toMatch(device);
  expect(['', '.', '..']).not.toContain(name);
  expect(name).not.toMatch(/\p{Cs}/u);
  expect(new TextEncoder().encode(`${nthName(name, 9999)}.jpeg`).length).toBeLessThan(255);
  const folder = new URL('file:///project/assets/');
  const { pathname } = new URL(`${encodeURIComponent(name)}.png`, folder);
  expect(pathname.slice(0, pathname.lastIndexOf('/') + 1)).toBe(folder.pathname);
}

it('no template, prompt, model or id makes a name that leads out of its folder or hides', () => {
  assert(
    property(template, parts, (pattern, values) => {
      const name = fileNameFrom(pattern, values);
      expectName(name);
      expect(name).not.toMatch(/^[.\s]/);
      expect(name).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }),
    { numRuns: 2000 },
  );
});

it('no chosen name leads out of its folder', () => {
  assert(
    property(text, (chosen) => {
      const name = safeFileName(chosen);
      if (name !== '') expectName(name);
    }),
    { numRuns: 2000 },
  );
});

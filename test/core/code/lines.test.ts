import { expect, it } from 'vitest';

import { indentedLinesOf, lineAt, linesOf } from '../../../src/core/code/lines';

it('splits a text at every kind of line end, and knows the last line without one', () => {
  expect(linesOf('a\r\nbc\rd\n')).toEqual([
    { start: 0, end: 1, text: 'a' },
    { start: 3, end: 5, text: 'bc' },
    { start: 6, end: 7, text: 'd' },
    { start: 8, end: 8, text: '' },
  ]);
  expect(lineAt(linesOf('a\nbc\n'), 4)).toBe(1);
});

it('counts indents, leaves out a byte order mark, and does not read data', () => {
  expect(indentedLinesOf(`\uFEFFa\n \tb\n  \n${'x'.repeat(10_001)}\n`)).toEqual([
    { start: 1, end: 2, text: 'a', indent: 0, isBlank: false },
    { start: 3, end: 6, text: ' \tb', indent: 8, isBlank: false },
    { start: 7, end: 9, text: '  ', indent: 2, isBlank: true },
    { start: 10, end: 10_011, text: '…', indent: 0, isBlank: false },
  ]);
});

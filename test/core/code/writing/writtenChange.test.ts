import { expect, it } from 'vitest';

import {
  beforeWritten,
  findWritten,
  type WrittenChange,
} from '../../../../src/core/code/writing/writtenChange';

const change = (text: string, instead = ''): WrittenChange => ({
  document: 'file:///a.tsx',
  text,
  instead,
});

it.each<[string, string, readonly WrittenChange[], readonly [number, number][] | undefined]>([
  ['one', 'a ![b](c.png) d', [change('![b](c.png)')], [[2, 13]]],
  [
    'in the order of the changes',
    'import c;\n<img c>',
    [change('<img c>'), change('import c;\n')],
    [
      [10, 17],
      [0, 10],
    ],
  ],
  ['with the text’s own ends of lines', 'a\r\nb\r\nc', [change('a\nb\n')], [[0, 6]]],
  ['none that was edited', 'a ![B](c.png) d', [change('![b](c.png)')], undefined],
  ['none that stands there twice', 'c.png c.png', [change('c.png')], undefined],
  ['not one of two alone', '<img c>', [change('<img c>'), change('import c;\n')], undefined],
  ['none in another', 'xc.png', [change('c.png'), change('xc.png')], undefined],
  ['nothing', 'a', [change('')], undefined],
])('finds %s', (_name, text, changes, spans) => {
  const found = findWritten(text, changes)?.map(({ start, end }) => [start, end]);
  expect(found).toEqual(spans);
});

it('knows the text before, and where the first change was made in it', () => {
  const text = 'import c;\r\nSee <img c> here.\r\n';
  const changes = [change('<img c>', 'a\nboat'), change('import c;\n')];
  const before = beforeWritten(text, changes, findWritten(text, changes) ?? []);
  expect(before).toEqual({ text: 'See a\r\nboat here.\r\n', first: { start: 4, end: 11 } });
});

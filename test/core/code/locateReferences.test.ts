import { describe, expect, it } from 'vitest';

import type { FindReferences } from '../../../src/core/code/imageReference';
import { locateReferences } from '../../../src/core/code/locateReferences';

/** Finds each `a.png` of a text, by no language's rules. */
const find = (_: unknown, text: string): Promise<ReturnType<FindReferences>> =>
  Promise.resolve(
    [...text.matchAll(/a\.png/g)].map(({ index }) => ({
      start: index,
      end: index + 5,
      raw: 'a.png',
      path: 'a.png',
      syntax: 'url',
    })),
  );

describe('references with their places', () => {
  it.each([
    ['one line', 'x a.png', '0:2'],
    ['line feeds', 'x\n\na.png', '2:0'],
    ['carriage returns and line feeds', 'x\r\n a.png', '1:1'],
    ['carriage returns alone', 'x\ry\r a.png', '2:1'],
    ['other separators, which editors take for text', 'x\u2028 a.png', '0:3'],
    ['characters of two units', '😀a.png', '0:2'],
  ])('counts %s as editors do', async (_, text, place) => {
    const [found] = await locateReferences({ path: '/w/a.md', text }, find);
    expect(`${String(found?.start.line)}:${String(found?.start.character)}`).toBe(place);
    expect(found?.end).toEqual({
      line: found?.start.line,
      character: (found?.start.character ?? 0) + 5,
    });
  });

  it('reads bytes, without the mark at their beginning', async () => {
    const text = new TextEncoder().encode('\uFEFFä a.png');
    const [found] = await locateReferences({ path: '/w/a.md', text }, find);
    expect(found?.start).toEqual({ line: 0, character: 2 });
  });

  it('finds nothing where a parser fails', async () => {
    const fail = () => Promise.reject(new Error('A parser’s mistake.'));
    expect(await locateReferences({ path: '/w/a.md', text: 'a.png' }, fail)).toEqual([]);
  });
});

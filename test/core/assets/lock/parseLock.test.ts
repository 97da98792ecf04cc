import { describe, expect, it } from 'vitest';

import { formatLock } from '../../../../src/core/assets/lock/formatLock';
import { readEntry } from '../../../../src/core/assets/lock/lockEntry';
import { isProblem, parseLock } from '../../../../src/core/assets/lock/parseLock';
import { lockOf, pictureIn } from '../../../support/locks';

/** The problem that a text has, by its kind and its line, from 1. */
function problemOf(text: string): readonly [string, number] {
  const read = parseLock(text);
  if (!isProblem(read)) throw new Error('It can be read.');
  expect(read.end).toBeLessThanOrEqual(text.length);
  expect(read.end).toBeGreaterThanOrEqual(read.start);
  return [read.kind, text.slice(0, read.start).split('\n').length];
}

describe('a lock that cannot be used', () => {
  const sound = formatLock(lockOf({ 'a.png': pictureIn('a', '1'), 'b.png': pictureIn('b', '2') }));
  const lines = sound.split('\n');
  const lineWith = (part: string) => lines.findIndex((line) => line.includes(part)) + 1;
  const withLine = (at: number, ...more: string[]) =>
    [...lines.slice(0, at), ...more, ...lines.slice(at)].join('\n');

  it.each([
    ['markers of a merge', withLine(5, '<<<<<<< HEAD'), 'conflict', 6],
    ['its middle left behind', withLine(7, '======='), 'conflict', 8],
    ['the base of a merge', withLine(6, '||||||| 3d58f97'), 'conflict', 7],
    ['nothing', '', 'not-json', 1],
    ['half a file', lines.slice(0, 6).join('\n'), 'not-json', 6],
    ['a comma too few', sound.replace('"a",', '"a"'), 'not-json', 6],
    ['a comma too many', '{\n"version": 1,\n"assets": {\n},\n}', 'not-json', 5],
    ['a comment', '{\n// mine\n"version": 1, "assets": {} }', 'not-json', 2],
    ['two sides put together', withLine(3, ...lines.slice(3, 11)), 'twice', 12],
    ['a field twice', sound.replace('"task-1"', '"x", "taskId": "y"'), 'twice', lineWith('task-1')],
    ['a number past all', sound.replace('"seed": 7', '"seed": 1e400'), 'number', lineWith('seed')],
    ['a list', '\n[]', 'no-version', 2],
    ['no version', '{\n"assets": {} }', 'no-version', 1],
    ['a version of another kind', '{\n"version": "1" }', 'no-version', 2],
    ['a later version', '{\n"version": 2, "assets": [] }', 'later-version', 2],
    ['no assets', '{ "version": 1 }', 'no-assets', 1],
    ['assets of another kind', '{ "version": 1,\n"assets": [] }', 'no-assets', 2],
    ['an entry of another kind', '{ "version": 1, "assets": {\n"a.png": 3 } }', 'no-entry', 2],
  ] as const)('says where: %s', (_name, text, kind, line) => {
    expect(problemOf(text)).toEqual([kind, line]);
  });

  it('is not one that begins with a byte order mark, or has the line ends of Windows', () => {
    const read = parseLock(`\ufeff${sound.replaceAll('\n', '\r\n')}`);
    expect(isProblem(read)).toBe(false);
  });
});

describe('an entry', () => {
  it('is known as a picture, or as a file made from one', () => {
    expect(readEntry(pictureIn('a'))).toMatchObject({ kind: 'picture', prompt: 'a', seed: 7 });
    const from = { file: 'a.png', sha256: 'b'.repeat(64) };
    const file = { created: 'now', sha256: 'c'.repeat(64) };
    const recipe = { format: 'webp', width: 32 };
    expect(readEntry({ from, recipe, ...file })).toMatchObject({ kind: 'derived', from, recipe });
  });

  it('is not known where a field is not what it should be', () => {
    for (const damage of [{ sha256: 'abc' }, { width: 0 }, { prompt: 3 }, { parameters: [] }])
      expect(readEntry({ ...pictureIn('a'), ...damage })).toBeUndefined();
  });
});

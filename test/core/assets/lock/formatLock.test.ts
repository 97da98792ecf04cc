import {
  array,
  assert,
  constantFrom,
  dictionary,
  jsonValue,
  oneof,
  property,
  string,
} from 'fast-check';
import { describe, expect, it } from 'vitest';

import { withEntry, type AssetLock } from '../../../../src/core/assets/lock/assetLock';
import { formatLock, LockFormatter } from '../../../../src/core/assets/lock/formatLock';
import type { JsonObject } from '../../../../src/core/assets/lock/lockEntry';
import { isProblem, parseLock } from '../../../../src/core/assets/lock/parseLock';
import { lockOf, pictureIn } from '../../../support/locks';

/** The lock that a text holds. */
function read(text: string): AssetLock {
  const result = parseLock(text);
  if (isProblem(result)) throw new Error(`${result.kind} at ${result.start}`);
  return result.lock;
}

describe('the lock’s text', () => {
  it('is JSON with one block for each file, sorted by code point', () => {
    const text = formatLock(
      lockOf({ 'b.png': pictureIn('b'), '😀.png': pictureIn('x'), '\uffee.png': {}, 'a.png': {} }),
    );
    expect(Object.keys((JSON.parse(text) as { assets: object }).assets)).toEqual([
      'a.png',
      'b.png',
      '\uffee.png',
      '😀.png',
      '~end',
    ]);
  });

  it('reads well', () => {
    expect(formatLock(lockOf({ 'boat.png': pictureIn('a red boat') }))).toMatchSnapshot();
  });

  it('keeps what a later minor version has written', () => {
    const text =
      '{"version":1,"licence":"x","assets":{"a.png":{"sha256":"1","votes":[1,{"a":null}]},"b":{"kind":7}}}';
    expect(JSON.parse(formatLock(read(text)))).toEqual({
      ...(JSON.parse(text) as object),
      assets: { ...(JSON.parse(text) as { assets: object }).assets, '~end': {} },
    });
  });

  it('says a number that JSON does not have in a word, never as null', () => {
    const parameters = { a: NaN, b: Infinity, c: -Infinity, d: 5e-324, e: -0 };
    const written = JSON.parse(formatLock(lockOf({ 'a.png': { parameters } }))) as {
      assets: Record<string, JsonObject>;
    };
    expect(written.assets['a.png']?.['parameters']).toEqual({
      a: 'NaN',
      b: 'Infinity',
      c: '-Infinity',
      d: 5e-324,
      e: -0,
    });
  });

  it('comes back the same whatever is in it', () => {
    const name = oneof(
      string({ unit: 'binary', maxLength: 8 }),
      constantFrom(
        '__proto__',
        'prompt',
        'sha256',
        'toString',
        '1',
        '../public/hero@2x.png',
        '\u2028',
      ),
    );
    const entry = dictionary(name, jsonValue({ maxDepth: 1 }), { maxKeys: 6 });
    const files = array(entry, { maxLength: 6 });
    assert(
      property(files, array(name, { maxLength: 6 }), (entries, names) => {
        const assets = new Map(names.map((file, at) => [file, (entries[at] ?? {}) as JsonObject]));
        const text = formatLock({ assets, more: {} });
        const lock = read(text);
        expect(lock.assets.size).toBe(assets.size);
        for (const [file, value] of assets) expect(lock.assets.get(file)).toEqual({ ...value });
        expect(formatLock(lock)).toBe(text);
      }),
      { numRuns: 20, seed: 5, endOnFailure: true },
    );
  }, 60_000);
});

describe('a lock that is formatted again and again', () => {
  it('has only what is new looked at', () => {
    let looks = 0;
    const watched = new Proxy(pictureIn('a boat'), {
      ownKeys: (entry) => {
        looks += 1;
        return Reflect.ownKeys(entry);
      },
    });
    const formatter = new LockFormatter();
    const lock = lockOf({ 'b.png': watched });
    formatter.format(lock);
    const first = looks;
    formatter.format(withEntry(lock, 'a.png', pictureIn('a bay')));
    expect([first > 0, looks]).toEqual([true, first]);
  });

  it('reads as if it had never been formatted before', () => {
    const formatter = new LockFormatter();
    const shared = pictureIn('a boat');
    const locks = [
      lockOf({ 'a.png': shared, 'b.png': pictureIn('a bay') }),
      // Another entry, one that is gone, and the same object at another name.
      lockOf({ 'a.png': pictureIn('a cove'), 'c.png': shared }),
      { assets: lockOf({ 'a.png': shared, 'c.png': shared }).assets, more: { $schema: 'x' } },
    ];
    for (const lock of locks) expect(formatter.format(lock)).toBe(formatLock(lock));
  });
});

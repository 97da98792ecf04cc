import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';

import { formatLock } from '../../../../src/core/assets/lock/formatLock';
import { readEntry, type JsonObject } from '../../../../src/core/assets/lock/lockEntry';
import { lockOf, pictureIn } from '../../../support/locks';

const root = join(import.meta.dirname, '../../../..');
const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as JsonObject;

const schema = read('media/flux-assets.lock.schema.json');
// Dates have no use here: the format is for the editor's hints.
const validate = new Ajv({ strictTypes: false, formats: { 'date-time': true } }).compile(schema);

const sha256 = 'c'.repeat(64);
const derived: JsonObject = {
  from: { file: 'hero.png', sha256 },
  recipe: { format: 'ico', width: 32, fit: 'contain', background: 'edge', margin: 0.1 },
  created: '2026-11-29T08:00:00.000Z',
  sha256,
};

function isValid(entry: JsonObject): boolean {
  return validate(JSON.parse(formatLock(lockOf({ 'hero.png': entry }))));
}

describe('the published schema of the lock', () => {
  it('is contributed for files of its name', () => {
    const contributes = read('package.json')['contributes'] as JsonObject;
    expect(contributes['jsonValidation']).toEqual([
      { fileMatch: 'flux-assets.lock.json', url: './media/flux-assets.lock.schema.json' },
    ]);
  });

  it.each([
    ['a picture', pictureIn('a red boat')],
    ['one with a field of a later version', { ...pictureIn('a red boat'), licence: 'x' }],
    ['a file made from one', derived],
  ])('takes %s as this version does', (_name, entry) => {
    expect(isValid(entry)).toBe(true);
    expect(readEntry(entry)).toBeDefined();
  });

  it.each([
    ['a hash of another kind', { ...pictureIn('a'), sha256: 'abc' }],
    ['a side of no length', { ...pictureIn('a'), width: 0 }],
    ['a reference of another kind', { ...pictureIn('a'), references: [{ file: 3 }] }],
    ['a source without its hash', { ...derived, from: { file: 'hero.png' } }],
    ['a format that nobody makes', { ...derived, recipe: { format: 'gif' } }],
    ['an entry that says nothing', {}],
  ])('refuses %s as this version does', (_name, entry) => {
    expect(isValid(entry as JsonObject)).toBe(false);
    expect(readEntry(entry as JsonObject)).toBeUndefined();
  });

  it('refuses another version', () => {
    expect(validate({ version: 2, assets: {} })).toBe(false);
  });
});

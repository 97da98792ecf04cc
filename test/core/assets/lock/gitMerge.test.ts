import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { formatLock } from '../../../../src/core/assets/lock/formatLock';
import type { JsonObject } from '../../../../src/core/assets/lock/lockEntry';
import { isProblem, parseLock } from '../../../../src/core/assets/lock/parseLock';
import { lockOf, pictureIn } from '../../../support/locks';

const run = promisify(execFile);
const NAME = 'flux-assets.lock.json';
const PATIENCE_MS = 60_000;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'flux-assets-merge-'));
}, PATIENCE_MS);
afterEach(() => rm(folder, { recursive: true }));

type Entries = Readonly<Record<string, JsonObject>>;

async function git(...args: readonly string[]): Promise<void> {
  const settings = ['user.name=A', 'user.email=a@example.org', 'commit.gpgsign=false'];
  await run('git', ['-C', folder, ...settings.flatMap((each) => ['-c', each]), ...args], {
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
  });
}

async function commit(entries: Entries | undefined): Promise<void> {
  if (entries !== undefined) await writeFile(join(folder, NAME), formatLock(lockOf(entries)));
  await git('add', '--all');
  await git('commit', '--quiet', '--allow-empty', '--message', 'x');
}

/** What git makes of two branches, and whether it found a conflict. */
async function merge(base: Entries | undefined, ours: Entries, theirs: Entries, attributes = '') {
  await git('init', '--quiet', '--initial-branch', 'main');
  if (attributes !== '') await writeFile(join(folder, '.gitattributes'), attributes);
  await commit(base);
  await git('switch', '--quiet', '--create', 'theirs');
  await commit(theirs);
  await git('switch', '--quiet', 'main');
  await commit(ours);
  const isClean = await git('merge', '--quiet', 'theirs').then(
    () => true,
    () => false,
  );
  return { isClean, text: await readFile(join(folder, NAME), 'utf8') };
}

function filesIn(text: string): readonly string[] {
  const read = parseLock(text);
  if (isProblem(read)) throw new Error(`${read.kind} in\n${text}`);
  return [...read.lock.assets.keys()];
}

/** Pictures by their names: of one prompt and the same settings, which is the hardest for a merge of lines. */
const pictures = (...names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [`${name}.png`, pictureIn('a red boat', name)]));

const BASE = ['c', 'f', 'i'];
/** Every pair of places where two branches may each add a picture. */
const PLACES: readonly (readonly [string, string])[] = [
  ['a', 'd'],
  ['d', 'g'],
  ['g', 'j'],
  ['a', 'j'],
];
/** Both at one place: in the beginning, between, at the end. */
const ONE_PLACE: readonly (readonly [string, string])[] = [
  ['a', 'b'],
  ['e', 'd'],
  ['j', 'k'],
];

describe('git merge of two branches that each add a picture', () => {
  it.each(PLACES)(
    'goes through where an entry lies between: %s and %s',
    async (one, other) => {
      const [ours, theirs] = [pictures(...BASE, one), pictures(...BASE, other)];
      const { isClean, text } = await merge(pictures(...BASE), ours, theirs);
      expect(isClean).toBe(true);
      expect(text).toBe(formatLock(lockOf({ ...ours, ...theirs })));
    },
    PATIENCE_MS,
  );

  it.each(ONE_PLACE)(
    'is right when both sides are kept: %s and %s at one place',
    async (one, other) => {
      const [ours, theirs] = [pictures(...BASE, one), pictures(...BASE, other)];
      const { isClean, text } = await merge(pictures(...BASE), ours, theirs);
      expect(isClean).toBe(false);
      expect(parseLock(text)).toMatchObject({ kind: 'conflict' });
      const kept = text.replace(/^(<{7}|={7}|>{7}).*\n/gm, '');
      expect(filesIn(kept)).toEqual(expect.arrayContaining(Object.keys({ ...ours, ...theirs })));
    },
    PATIENCE_MS,
  );

  it.each([...PLACES, ...ONE_PLACE])(
    'goes through everywhere with merge=union: %s and %s',
    async (one, other) => {
      const [ours, theirs] = [pictures(...BASE, one), pictures(...BASE, other)];
      const union = `${NAME} merge=union\n`;
      const { isClean, text } = await merge(pictures(...BASE), ours, theirs, union);
      expect(isClean).toBe(true);
      expect([...filesIn(text)].sort()).toEqual(Object.keys({ ...ours, ...theirs }).sort());
    },
    PATIENCE_MS,
  );

  it(
    'goes through with merge=union where each branch has made the lock',
    async () => {
      const union = `${NAME} merge=union\n`;
      const { isClean, text } = await merge(
        undefined,
        pictures('b', 'd'),
        pictures('a', 'c'),
        union,
      );
      expect(isClean).toBe(true);
      expect([...filesIn(text)].sort()).toEqual(['a.png', 'b.png', 'c.png', 'd.png']);
    },
    PATIENCE_MS,
  );
});

describe('git merge of other changes', () => {
  it(
    'goes through where one adds and the other makes the neighbour again, or takes it out',
    async () => {
      const again = { ...pictures(...BASE), 'f.png': pictureIn('a blue boat', '9') };
      const { isClean, text } = await merge(pictures(...BASE), again, pictures(...BASE, 'a', 'j'));
      expect(isClean).toBe(true);
      expect(text).toBe(formatLock(lockOf({ ...pictures('a', 'j'), ...again })));
    },
    PATIENCE_MS,
  );

  it(
    'says so at the line, where both made the same picture again',
    async () => {
      const [ours, theirs] = [{ 'c.png': pictureIn('x', '8') }, { 'c.png': pictureIn('y', '9') }];
      const union = `${NAME} merge=union\n`;
      const { text } = await merge(pictures('c'), ours, theirs, union);
      expect(isProblem(parseLock(text))).toBe(true);
    },
    PATIENCE_MS,
  );
});

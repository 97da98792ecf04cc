import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { createFileLock } from '../../src/host/storage/fileLock';
import type { LockRun } from './support/lock.process';
import { messageOf, startProcess } from './support/proxyProcess';
import { diskFolder } from './support/storage';
import { until } from './support/until';

/** Runs a process that takes a lock and dies by force while it holds it. */
async function holdAndDie(folder: string): Promise<void> {
  const run: LockRun = { folder, holds: true };
  const child = startProcess('lock', run);
  await messageOf(child);
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

describe('a lock over windows', () => {
  it('lets one work at a time, in the order of one window', async () => {
    const folder = await diskFolder();
    const windows = [createFileLock(folder), createFileLock(folder)];
    let working = 0;
    const done: number[] = [];
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        (windows[n % 2] ?? assert.fail())('name', async () => {
          working += 1;
          assert.equal(working, 1);
          await readdir(folder);
          working -= 1;
          done.push(n);
        }),
      ),
    );
    const ofFirst = done.filter((n) => n % 2 === 0);
    assert.deepEqual(
      ofFirst,
      [...ofFirst].sort((a, b) => a - b),
    );
    assert.equal(done.length, 20);
    assert.deepEqual(await readdir(folder), []);
  });

  it('lets one of several processes work at a time', async () => {
    const folder = await diskFolder();
    const more = { marker: join(folder, 'marker'), file: join(folder, 'lines') };
    const run: LockRun = { folder: join(folder, 'locks'), turns: 40, ...more };
    const children = [startProcess('lock', run), startProcess('lock', run)];
    await Promise.all(children.map((child) => once(child, 'exit')));
    const lines = (await readFile(more.file, 'utf8')).trim().split('\n');
    assert.equal(lines.length, 80);
    assert.deepEqual([...new Set(lines)], ['alone']);
  });

  it('holds one name and leaves the others free', async () => {
    const exclusively = createFileLock(await diskFolder());
    await exclusively('one', () => exclusively('other', () => Promise.resolve()));
  });

  it('ends with the work, though that fails', async () => {
    const folder = await diskFolder();
    const exclusively = createFileLock(folder);
    await assert.rejects(
      exclusively('name', () => Promise.reject(new Error('no'))),
      /no/,
    );
    assert.equal(await createFileLock(folder)('name', () => Promise.resolve(1)), 1);
  });

  it('of a process that was killed is taken by exactly one of those who wait', async () => {
    const folder = await diskFolder();
    await holdAndDie(folder);
    let working = 0;
    await Promise.all(
      Array.from({ length: 8 }, () =>
        createFileLock(folder)('name', async () => {
          working += 1;
          assert.equal(working, 1);
          await readdir(folder);
          working -= 1;
        }),
      ),
    );
    assert.deepEqual(await readdir(folder), []);
  });

  it('is not taken from a holder who touches it, however long that takes', async () => {
    const folder = await diskFolder();
    const holder = createFileLock(folder, { beatMs: 100, patience: 10_000 });
    let isBegun = false;
    let isHeld = true;
    const work = holder('name', async () => {
      isBegun = true;
      const beats = new Set<number>();
      const [lock = ''] = await readdir(folder);
      const [token = ''] = await readdir(join(folder, lock));
      // The other one looks a few times between two of them, and more often in all than it is patient. A disk that is
      // busy flushing may keep a touch waiting much longer than a look.
      await until('it was touched often', async () => {
        beats.add((await stat(join(folder, lock, token))).mtimeMs);
        return beats.size > 40;
      });
      isHeld = false;
    });
    // Which of the two is first is a race; this is about the one who waits.
    await until('it is held', () => isBegun);
    const other = createFileLock(folder, { beatMs: 100, patience: 100 });
    await other('name', () => {
      assert.equal(isHeld, false);
      return Promise.resolve();
    });
    await work;
  });

  it('is taken from one who never touches it, though nobody can tell whether he is there', async () => {
    const folder = await diskFolder();
    const other = createFileLock(folder, { beatMs: 100, patience: 10 });
    let lock = '';
    await other('name', async () => {
      [lock = ''] = await readdir(folder);
    });
    await mkdir(join(folder, lock));
    await writeFile(join(folder, lock, `${'0'.repeat(16)}.1.of-another-machine`), '');
    await other('name', () => Promise.resolve());
    assert.deepEqual(await readdir(folder), []);
  });

  it('says so where its folder cannot be written', async () => {
    const folder = await diskFolder();
    const file = join(folder, 'file');
    await writeFile(file, '');
    await assert.rejects(createFileLock(join(file, 'locks'))('name', () => Promise.resolve()));
  });

  it('leaves nothing of a window that died while it waited', async () => {
    const folder = await diskFolder();
    const exclusively = createFileLock(folder);
    await exclusively('name', async () => {
      const waiting = startProcess('lock', { folder, holds: true } satisfies LockRun);
      while ((await readdir(folder)).length < 2) await new Promise((done) => setImmediate(done));
      const exited = once(waiting, 'exit');
      waiting.kill('SIGKILL');
      await exited;
    });
    await createFileLock(folder)('name', () => Promise.resolve());
    assert.deepEqual(await readdir(folder), []);
  });
});

import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { stat, utimes } from 'node:fs/promises';
import { dirname } from 'node:path';

import * as vscode from 'vscode';

import { LOCK_NAME, withEntry, type AssetLock } from '../../src/core/assets/lock/assetLock';
import { formatLock } from '../../src/core/assets/lock/formatLock';
import { isProblem, parseLock } from '../../src/core/assets/lock/parseLock';
import { KeptLock } from '../../src/host/lock/keptLock';
import { FakeClock } from '../support/fakeClock';
import { lockOf, pictureIn } from '../support/locks';
import { siteFolder, writeFiles } from './support/imageIndexes';

const known = formatLock(lockOf({ 'a.png': pictureIn('a boat'), 'b.png': pictureIn('a bay') }));

const added =
  (name: string) =>
  (lock: AssetLock): AssetLock =>
    withEntry(lock, name, pictureIn(name));

/** A lock that lies on the disk, and what a window that keeps it has parsed. */
async function keptLock(text?: string) {
  const folder = await siteFolder(text === undefined ? {} : { [LOCK_NAME]: text });
  const file = vscode.Uri.joinPath(folder, LOCK_NAME);
  const clock = new FakeClock();
  const parsed: string[] = [];
  const kept = new KeptLock(file, clock, (read) => {
    parsed.push(read);
    return parseLock(read);
  });
  const read = async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  const write = (other: string) => writeFiles(folder, { [LOCK_NAME]: other });
  return { file, kept, clock, parsed, read, write };
}

function entriesOf(text: string): readonly string[] {
  const read = parseLock(text);
  assert.ok(!isProblem(read), text);
  return [...read.lock.assets.keys()];
}

describe('a lock that is kept', () => {
  it('is parsed once for many changes, and all of them are on the disk', async () => {
    const { kept, parsed, read } = await keptLock(known);
    for (const name of ['c.png', 'd.png', 'e.png'])
      assert.equal(await kept.change(added(name)), undefined);
    assert.equal(parsed.length, 1);
    assert.deepEqual(entriesOf(await read()), ['a.png', 'b.png', 'c.png', 'd.png', 'e.png']);
    kept.dispose();
  });

  it('is not parsed where this window has made it', async () => {
    const { kept, parsed, read } = await keptLock();
    await kept.change(added('a.png'));
    await kept.change(added('b.png'));
    assert.deepEqual([parsed.length, entriesOf(await read())], [0, ['a.png', 'b.png']]);
    kept.dispose();
  });

  it('has what a hand has changed, though size and time are as they were', async () => {
    const { file, kept, read, write } = await keptLock(known);
    await kept.change(added('c.png'));
    const { atime, mtime } = await stat(file.fsPath);
    await write((await read()).replace('a boat', 'a cove'));
    await utimes(file.fsPath, atime, mtime);
    await kept.change(added('d.png'));
    const text = await read();
    assert.match(text, /"a cove"/);
    assert.deepEqual(entriesOf(text), ['a.png', 'b.png', 'c.png', 'd.png']);
    kept.dispose();
  });

  it('is left alone while git has left a conflict in it, and goes on from how that was settled', async () => {
    const { kept, read, write } = await keptLock(known);
    await kept.change(added('c.png'));
    const sound = await read();
    const conflict = sound.replace('    "b.png"', '<<<<<<< HEAD\n    "b.png"');
    await write(conflict);
    assert.equal((await kept.change(added('d.png')))?.kind, 'broken');
    assert.equal(await read(), conflict);
    await write(sound.replace('"a.png"', '"settled.png"'));
    assert.equal(await kept.change(added('d.png')), undefined);
    assert.deepEqual(entriesOf(await read()), ['b.png', 'c.png', 'd.png', 'settled.png']);
    kept.dispose();
  });

  it('goes back with git to what it was, and does not bring later entries along', async () => {
    const { kept, read, write } = await keptLock(known);
    await kept.change(added('c.png'));
    await write(known);
    await kept.change(added('d.png'));
    assert.deepEqual(entriesOf(await read()), ['a.png', 'b.png', 'd.png']);
    kept.dispose();
  });

  it('has what another window has noted meanwhile, either way', async () => {
    const { file, kept, read } = await keptLock(known);
    const other = new KeptLock(file, new FakeClock());
    for (const n of [1, 2, 3]) {
      await kept.change(added(`ours-${String(n)}.png`));
      await other.change(added(`theirs-${String(n)}.png`));
    }
    assert.equal(entriesOf(await read()).length, 8);
    kept.dispose();
    other.dispose();
  });

  it('begins anew when it was deleted', async () => {
    const { file, kept, read } = await keptLock(known);
    await kept.change(added('c.png'));
    await vscode.workspace.fs.delete(file);
    await kept.change(added('d.png'));
    assert.deepEqual(entriesOf(await read()), ['d.png']);
    kept.dispose();
  });

  it('does not take for written what could not be', async () => {
    const { file, kept, read, write } = await keptLock(known);
    const folder = dirname(file.fsPath);
    await kept.change(added('c.png'));
    const before = await read();
    const trouble = await kept.change((lock) => {
      // Where its folder was is a file, in which nothing can be written.
      rmSync(folder, { recursive: true });
      writeFileSync(folder, '');
      return added('lost.png')(lock);
    });
    assert.equal(trouble?.kind, 'unwritable');
    rmSync(folder);
    await write(before);
    await kept.change(added('d.png'));
    assert.deepEqual(entriesOf(await read()), ['a.png', 'b.png', 'c.png', 'd.png']);
    kept.dispose();
  });

  it('is let go of when nothing was changed for a while', async () => {
    const { kept, clock, parsed } = await keptLock(known);
    await kept.change(added('c.png'));
    await clock.advance(4 * 60_000);
    await kept.change(added('d.png'));
    await clock.advance(4 * 60_000);
    await kept.change(added('e.png'));
    assert.equal(parsed.length, 1);
    await clock.advance(5 * 60_000);
    await kept.change(added('f.png'));
    assert.equal(parsed.length, 2);
    kept.dispose();
  });
});

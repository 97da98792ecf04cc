import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { thisProcess } from '../../src/host/storage/processName';
import { WindowLease } from '../../src/host/tasks/windowLease';
import { messageOf, startProcess } from './support/proxyProcess';
import { diskFolder } from './support/storage';
import { until } from './support/until';

/** Puts a lease of another window into the folder, whose heart does not beat. */
async function leave(folder: string, id: string, owner = thisProcess()): Promise<string> {
  const file = join(folder, `${id}.json`);
  await writeFile(file, JSON.stringify(owner));
  return file;
}

/** A window that looks at another as often as told, `apartMs` apart by its clock. */
function watcher(folder: string) {
  let now = 0;
  const lease = new WindowLease(folder, () => now);
  return async (id: string, looks: number, apartMs = 5000) => {
    let isAlive = true;
    for (let n = 0; n < looks; n += 1) {
      now += apartMs;
      isAlive = await lease.isAlive(id);
    }
    return isAlive;
  };
}

describe('a window’s lease', () => {
  it('is there while the window is, and gone with it', async () => {
    const folder = await diskFolder();
    const [one, other] = [new WindowLease(folder), new WindowLease(folder)];
    assert.equal(await other.isAlive(one.id), false);
    await one.hold();
    assert.equal(await other.isAlive(one.id), true);
    one.dispose();
    await until('the lease is gone', async () => (await readdir(folder)).length === 0);
    assert.equal(await other.isAlive(one.id), false);
    const late = new WindowLease(folder);
    late.dispose();
    await assert.rejects(late.hold());
    assert.deepEqual(await readdir(folder), []);
  });

  it('beats, and comes back where somebody took the window for dead', async () => {
    const folder = await diskFolder();
    const lease = new WindowLease(folder, Date.now, 50);
    await lease.hold();
    const file = join(folder, `${lease.id}.json`);
    const { mtimeMs } = await stat(file);
    await until('it beats', async () => (await stat(file)).mtimeMs > mtimeMs);
    await rm(file);
    await until('it is back', async () => (await readdir(folder)).length === 1);
    assert.deepEqual(JSON.parse(await readFile(file, 'utf8')), thisProcess());
    lease.dispose();
  });

  it('of a process that was killed is over at once', async () => {
    const folder = await diskFolder();
    const child = startProcess('lease', { folder });
    const id = await messageOf<string>(child);
    const lease = new WindowLease(folder);
    assert.equal(await lease.isAlive(id), true);
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
    assert.equal(await lease.isAlive(id), false);
    assert.deepEqual(await readdir(folder), []);
  });

  it('of a silent owner is over only after it was seen silent again and again', async () => {
    const folder = await diskFolder();
    await leave(folder, 'silent');
    const look = watcher(folder);
    assert.equal(await look('silent', 5), true);
    assert.equal(await look('silent', 1), false);
  });

  it('is not over because a machine slept, for its owner slept too', async () => {
    const folder = await diskFolder();
    const file = await leave(folder, 'slept');
    const look = watcher(folder);
    assert.equal(await look('slept', 3), true);
    assert.equal(await look('slept', 1, 10 * 60 * 60_000), true);
    await utimes(file, new Date(), new Date());
    assert.equal(await look('slept', 5), true);
  });

  it('is not over because one looks often, as a queue does, or a clock goes wrong', async () => {
    const folder = await diskFolder();
    const file = await leave(folder, 'busy');
    const look = watcher(folder);
    assert.equal(await look('busy', 30, 100), true);
    await utimes(file, new Date(0), new Date(0));
    assert.equal(await look('busy', 5), true);
    assert.equal(await look('busy', 1, -60 * 60_000), false);
  });

  it('of another machine is over only by its silence', async () => {
    const folder = await diskFolder();
    await leave(folder, 'far', { machine: 'f'.repeat(16), pid: 2 ** 30 });
    const look = watcher(folder);
    assert.equal(await look('far', 5), true);
    assert.equal(await look('far', 1), false);
  });

  it('cannot be read: nobody takes that for an end', async () => {
    const folder = await diskFolder();
    const file = join(folder, 'file');
    await writeFile(file, '');
    assert.equal(await new WindowLease(file).isAlive('any'), true);
    await writeFile(join(folder, 'half.json'), '{"pid"');
    assert.equal(await new WindowLease(folder).isAlive('half'), true);
  });

  it('sweeps away what dead windows have left that nobody asks for', async () => {
    const folder = await diskFolder();
    await leave(folder, 'dead', { ...thisProcess(), pid: 2 ** 22 + 1 });
    await leave(folder, 'living');
    const lease = new WindowLease(folder);
    await lease.hold();
    await until('it is swept', async () => !(await readdir(folder)).includes('dead.json'));
    assert.ok((await readdir(folder)).includes('living.json'));
    lease.dispose();
  });
});

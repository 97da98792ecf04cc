import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';

import { createFileLock } from '../../src/host/storage/fileLock';
import { TaskQueue, type QueuedTask } from '../../src/host/tasks/taskQueue';
import { QueueWindows } from './support/queueWindows';
import { diskFolder } from './support/storage';
import { until } from './support/until';

const never = new AbortController().signal;
let ordered = 0;

function task(id: string, more: Partial<QueuedTask> = {}): QueuedTask {
  ordered += 1;
  return { id, provider: 'bfl', model: 'flux-2-pro', orderedAt: ordered, index: 0, ...more };
}

describe('the queue of all windows', () => {
  let windows: QueueWindows;
  beforeEach(async () => {
    windows = await QueueWindows.open();
  });
  afterEach(() => {
    windows.close();
  });

  it('never lets in more than the limit, from one window or several together', async () => {
    const queues = [windows.queue('w1'), windows.queue('w2'), windows.queue('w3')];
    windows.limit = 4;
    let most = 0;
    const all = Array.from({ length: 30 }, async (_, n) => {
      const queue = queues[n % 3] ?? assert.fail();
      await windows.enter(queue, task(`t${String(n)}`));
      most = Math.max(most, windows.places.size);
      await windows.tickets();
      windows.release(`t${String(n)}`);
    });
    await Promise.all(all);
    assert.equal(windows.entered.length, 30);
    assert.ok(most <= 4, `${String(most)} were in at once`);
    await windows.untilTickets(0);
  });

  it('lets in by the order over windows, whoever asked the disk first', async () => {
    windows.limit = 1;
    const [one, other] = [windows.queue('w1'), windows.queue('w2')];
    await windows.enter(one, task('first'));
    const tasks = ['a', 'b', 'c', 'd'].map((id) => task(id));
    const all = [...tasks]
      .reverse()
      .map((each, n) => windows.enter(n % 2 === 0 ? one : other, each));
    await windows.untilTickets(5);
    for (const id of ['first', 'a', 'b', 'c', 'd']) {
      await until(`${id} is in`, () => windows.places.has(id));
      windows.release(id);
    }
    await Promise.all(all);
    assert.deepEqual(windows.entered, ['first', 'a', 'b', 'c', 'd']);
  });

  it('counts a model within its own limit, over windows', async () => {
    windows.limit = 24;
    const kontext = { model: 'flux-kontext-max', modelLimit: 1 };
    const [one, other] = [windows.queue('w1'), windows.queue('w2')];
    await windows.enter(one, task('k1', kontext));
    const second = windows.enter(other, task('k2', kontext));
    await windows.enter(other, task('pro'));
    assert.deepEqual(windows.entered, ['k1', 'pro']);
    windows.release('k1');
    await second;
  });

  it('gives up a place at once when it is canceled while it waits', async () => {
    windows.limit = 1;
    const queue = windows.queue('w1');
    await windows.enter(queue, task('a'));
    const canceled = new AbortController();
    const waiting = windows.enter(queue, task('b'), canceled.signal);
    const after = windows.enter(queue, task('c'));
    await windows.untilTickets(3);
    canceled.abort(new Error('canceled'));
    await assert.rejects(waiting, /canceled/);
    windows.release('a');
    await after;
    assert.deepEqual(windows.entered, ['a', 'c']);
    await assert.rejects(windows.enter(queue, task('d'), canceled.signal), /canceled/);
  });

  it('is left at once when it is canceled before the disk has answered', async () => {
    let held: () => void = () => undefined;
    const holding = new Promise<void>((resolve) => {
      held = resolve;
    });
    const lease = { id: 'w1', hold: () => holding, isAlive: () => Promise.resolve(true) };
    const exclusively = createFileLock(await diskFolder());
    const queue = new TaskQueue({ file: windows.file, exclusively, lease, limit: () => 1 });
    const canceled = new AbortController();
    const entering = queue.enter(task('a'), canceled.signal);
    canceled.abort(new Error('canceled'));
    await assert.rejects(entering, /canceled/);
    held();
    const release = await queue.enter(task('b'), never);
    release();
    await windows.untilTickets(0);
    queue.dispose();
  });

  it('forgets who waited in a window that is gone, and counts on what it had sent', async () => {
    windows.limit = 2;
    const [gone, here] = [windows.queue('gone'), windows.queue('here')];
    await windows.enter(gone, task('sent'));
    await windows.enter(here, task('ours'));
    void windows.enter(gone, task('waited'));
    await windows.untilTickets(3);
    gone.dispose();
    windows.dead.add('gone');
    const next = windows.enter(here, task('next'));
    await until('who waited is gone', async () => !(await windows.ids()).includes('waited'));
    assert.ok((await windows.ids()).includes('sent'));
    assert.ok(!windows.entered.includes('next'));
    windows.release('ours');
    await next;
  });

  it('counts for its new window what that has taken over, and the old one cannot give its place back', async () => {
    windows.limit = 1;
    const [old, here] = [windows.queue('old'), windows.queue('here')];
    await windows.enter(old, task('taken'));
    windows.dead.add('old');
    const release = await here.occupy(task('taken'));
    // It slept, and wakes.
    windows.dead.delete('old');
    windows.release('taken');
    void windows.enter(old, task('next'));
    await windows.untilTickets(2);
    const owners = (await windows.tickets()).map(({ id, window }) => `${id} ${window}`);
    assert.deepEqual(owners.sort(), ['next old', 'taken here']);
    release();
    await until('the next is in', () => windows.places.has('next'));
  });

  it('tells who waits when another window has taken the task over', async () => {
    windows.limit = 1;
    const [old, here] = [windows.queue('old'), windows.queue('here')];
    await windows.enter(here, task('active'));
    const waiting = windows.enter(old, task('taken'));
    await windows.untilTickets(2);
    const taken = windows.enter(here, task('taken'));
    await waiting;
    assert.deepEqual(windows.entered, ['active', 'taken']);
    windows.release('active');
    await taken;
  });

  it('writes its tickets anew where the file is damaged, gone, or another window has dropped them', async () => {
    windows.limit = 1;
    const queue = windows.queue('w1');
    await windows.enter(queue, task('a'));
    const waiting = ['b', 'c'].map((id) => windows.enter(queue, task(id)));
    await windows.untilTickets(3);
    await writeFile(windows.file, '[{"id":');
    windows.release('a');
    await waiting[0];
    await writeFile(windows.file, '[]');
    windows.release('b');
    await waiting[1];
    assert.deepEqual(await windows.ids(), ['c']);
  });

  it('lets more in as soon as the limit is raised, and nobody while it is lowered', async () => {
    windows.limit = 2;
    const queue = windows.queue('w1');
    await windows.enter(queue, task('a'));
    await windows.enter(queue, task('b'));
    const waiting = ['c', 'd'].map((id) => windows.enter(queue, task(id)));
    await windows.untilTickets(4);
    windows.limit = 1;
    windows.release('a');
    await windows.untilTickets(3);
    assert.deepEqual(windows.entered, ['a', 'b']);
    windows.limit = 3;
    queue.refresh();
    await Promise.all(waiting);
  });

  it('gives a place back by itself that could not be given back at first', async () => {
    windows.limit = 1;
    let isBroken = false;
    const lock = createFileLock(await diskFolder());
    const queue = new TaskQueue({
      file: windows.file,
      exclusively: (name, work) =>
        isBroken ? Promise.reject(new Error('disk full')) : lock(name, work),
      lease: { id: 'w1', hold: () => Promise.resolve(), isAlive: () => Promise.resolve(true) },
      limit: () => 1,
    });
    await windows.enter(queue, task('a'));
    const waiting = windows.enter(queue, task('b'));
    await windows.untilTickets(2);
    isBroken = true;
    windows.release('a');
    await assert.rejects(windows.enter(queue, task('c')), /disk full/);
    isBroken = false;
    await waiting;
    assert.deepEqual(await windows.ids(), ['b']);
    queue.dispose();
  });

  it('takes hundreds at one moment', async () => {
    windows.limit = 24;
    const queues = [windows.queue('w1'), windows.queue('w2')];
    const all = Array.from({ length: 400 }, (_, n) =>
      windows.enter(queues[n % 2] ?? assert.fail(), task(`t${String(n)}`)).then(() => {
        windows.release(`t${String(n)}`);
      }),
    );
    await Promise.all(all);
    assert.equal(windows.entered.length, 400);
  });
});

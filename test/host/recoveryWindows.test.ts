import assert from 'node:assert/strict';
import { rm, utimes } from 'node:fs/promises';

import type { JournalEntry } from '../../src/core/tasks/journalEntry';
import { Scene } from './support/scene';
import { leaseOf, leaveLease } from './support/storage';
import { until } from './support/until';

describe('recovery by several windows', () => {
  let scene: Scene;
  afterEach(() => scene.end());

  it('is done once by two windows that start at once, each task by one', async () => {
    scene = await Scene.set();
    const queued = Array.from({ length: 12 }, (_, n) =>
      scene.entry({ phase: 'queued' }, { id: `queued-${String(n)}` }),
    );
    const running: JournalEntry[] = [];
    for (let n = 0; n < 6; n += 1) {
      const created = await scene.atService();
      running.push(
        scene.entry({ phase: 'running', at: 1, created }, { id: `running-${String(n)}` }),
      );
    }
    await scene.leave(...queued, ...running);
    const windows = [scene.open(), scene.open(), scene.open()];
    await Promise.all(windows.map(({ recovery }) => recovery.look()));
    await scene.untilDone();
    assert.equal(scene.posts, 12);
    assert.equal(await scene.pictures(), 18);
    const { history } = scene.open();
    await history.load();
    assert.equal(history.all.length, 18);
  });

  it('does not touch what its own window is about to run', async () => {
    scene = await Scene.set();
    const { generation, recovery } = scene.open();
    const done = new AbortController();
    const looking = (async () => {
      while (!done.signal.aborted) await recovery.look();
    })();
    const target = scene.target;
    const { saved } = await generation.run(
      {
        prompt: 'Boats',
        model: 'flux-2-pro',
        parameters: { width: 64, height: 64 },
        references: [],
        count: 8,
        target,
      },
      new AbortController().signal,
    );
    done.abort();
    await looking;
    assert.deepEqual([saved.length, scene.posts], [8, 8]);
  });

  it('leaves the tasks of a living window alone, shows them, and takes them when it is gone', async () => {
    scene = await Scene.set();
    const lease = await leaveLease(scene.globalStorage, 'other');
    const state = { phase: 'running', at: 1, created: await scene.atService() } as const;
    await scene.leave(scene.entry(state, { window: 'other' }));
    const { recovery, tasks, history } = scene.open();
    await recovery.look();
    assert.deepEqual(
      tasks.all.map((task) => task.state.phase),
      ['elsewhere'],
    );
    assert.equal((await scene.entries()).get('ours-1')?.window, 'other');
    await utimes(lease, new Date(), new Date());
    await rm(lease);
    // By itself: nobody asks it to look.
    await until('it is done', () => tasks.all.length === 0);
    assert.deepEqual([scene.posts, history.all.length], [0, 1]);
  });

  it('is not undone by a window that slept, was taken for dead, and wakes', async () => {
    const start = Date.now();
    let now = start;
    scene = await Scene.set({ latency: 1000, now: () => now });
    const asleep = scene.open();
    const running = asleep.generation.run(
      {
        prompt: 'A boat',
        model: 'flux-2-pro',
        parameters: { width: 64, height: 64 },
        references: [],
        count: 1,
        target: scene.target,
      },
      new AbortController().signal,
    );
    await until('it runs', () => asleep.tasks.all[0]?.state.phase === 'running');
    const [entry] = (await scene.entries()).values();
    await rm(leaseOf(scene.globalStorage, entry?.window ?? ''));
    const awake = scene.open();
    await awake.recovery.look();
    assert.equal(awake.tasks.all[0]?.state.phase, 'running');
    now = start + 1000;
    const { saved, failures } = await running;
    await scene.untilDone();
    assert.deepEqual([saved, failures[0]?.code], [[], 'canceled']);
    assert.deepEqual([scene.posts, await scene.pictures()], [1, 1]);
    assert.equal(awake.history.all.length, 1);
  });

  it('does not send what another workspace has queued, and fetches what is paid into its history', async () => {
    scene = await Scene.set();
    const other = { workspace: 'workspace-2' };
    const created = await scene.atService();
    await scene.leave(
      scene.entry({ phase: 'queued' }, { ...other, id: 'queued' }),
      scene.entry({ phase: 'running', at: 1, created }, { ...other, id: 'running' }),
    );
    const here = scene.open();
    await here.recovery.look();
    await until('the paid one is done', async () => !(await scene.entries()).has('running'));
    assert.deepEqual([...(await scene.entries()).keys()], ['queued']);
    assert.deepEqual([here.tasks.all.length, here.history.all.length, scene.posts], [0, 0, 0]);
    const there = scene.open(other);
    await there.recovery.look();
    await scene.untilDone();
    await there.history.load();
    assert.deepEqual([there.history.all.length, scene.posts], [2, 1]);
    // The one that a stranger's window saved stands in no lock yet.
    assert.deepEqual(
      there.history.all.map(({ unnoted }) => unnoted),
      [undefined, true],
    );
  });

  it('shows what has ended in its workspace, whichever window was the last to have it', async () => {
    scene = await Scene.set();
    const failure = { code: 'result-expired', charged: 'yes' } as const;
    await leaveLease(scene.globalStorage, 'living');
    const ended = { phase: 'ended', at: 1, failure, created: { id: 'task-1' } } as const;
    await scene.leave(scene.entry(ended, { window: 'living' }));
    const [here, there] = [scene.open(), scene.open({ workspace: 'workspace-2' })];
    await Promise.all([here.recovery.look(), there.recovery.look()]);
    assert.deepEqual([here.tasks.all.length, there.tasks.all.length], [1, 0]);
  });

  it('takes off the list what was dismissed in another window', async () => {
    scene = await Scene.set();
    await scene.leave(scene.entry({ phase: 'sending', at: 1 }));
    const [one, other] = [scene.open(), scene.open()];
    await one.recovery.look();
    await other.recovery.look();
    assert.deepEqual([one.tasks.all.length, other.tasks.all.length], [1, 1]);
    one.tasks.dismiss('ours-1');
    await scene.untilDone();
    await other.recovery.look();
    assert.equal(other.tasks.all.length, 0);
  });
});

import assert from 'node:assert/strict';

import { resolveProvider } from '../../src/core/api/providers';
import type { JournalState } from '../../src/core/tasks/journalEntry';
import { Scene } from './support/scene';
import { until } from './support/until';

describe('recovery', () => {
  let scene: Scene;
  afterEach(() => scene.end());

  it('sends what was queued, once, and in its order', async () => {
    scene = await Scene.set();
    const orders = [3, 1, 2].map((orderedAt) =>
      scene.entry(
        { phase: 'queued' },
        {
          id: `ours-${String(orderedAt)}`,
          order: { orderedAt, prompt: `Boat ${String(orderedAt)}` },
        },
      ),
    );
    await scene.leave(...orders);
    const { recovery, history } = scene.open();
    await recovery.look();
    await scene.untilDone();
    assert.equal(scene.posts, 3);
    assert.equal(history.all.length, 3);
    const sent = scene.simulator.requests.filter(({ method }) => method === 'POST');
    assert.deepEqual(
      sent.map(({ body }) => (body as { prompt: string }).prompt),
      ['Boat 1', 'Boat 2', 'Boat 3'],
    );
  });

  it('never repeats a POST that may have arrived: its entry says what is not known', async () => {
    scene = await Scene.set();
    await scene.leave(scene.entry({ phase: 'sending', at: 1 }));
    const { recovery, tasks } = scene.open();
    await recovery.look();
    const [task] = tasks.all;
    assert.ok(task?.state.phase === 'failed');
    const { failure, hasCredits } = task.state;
    assert.deepEqual(
      [failure.code, failure.charged, failure.detail, hasCredits],
      ['network', 'unknown', 'interrupted', true],
    );
    assert.equal(scene.posts, 0);
    // After the next reload it is still there.
    const again = scene.open();
    await again.recovery.look();
    assert.equal(again.tasks.all[0]?.state.phase, 'failed');
  });

  it('goes on polling what was running, without a POST', async () => {
    scene = await Scene.set();
    await scene.leave(scene.entry({ phase: 'running', at: 1, created: await scene.atService() }));
    const { recovery, history } = scene.open();
    await recovery.look();
    await scene.untilDone();
    assert.deepEqual([scene.posts, history.all.length, await scene.pictures()], [0, 1, 1]);
  });

  it('fetches what was Ready while its link lives', async () => {
    scene = await Scene.set();
    await scene.leave(scene.entry(await scene.ready()));
    const before = scene.requests(({ path }) => path.includes('get_result'));
    await scene.open().recovery.look();
    await scene.untilDone();
    assert.equal(
      scene.requests(({ path }) => path.includes('get_result')),
      before,
    );
    assert.deepEqual([scene.posts, await scene.pictures()], [0, 1]);
  });

  it('asks for a fresh link where the old one has expired', async () => {
    let now = Date.now() - 60 * 60_000;
    scene = await Scene.set({ renewLinks: true, now: () => now });
    await scene.leave(scene.entry(await scene.ready()));
    now = Date.now();
    const before = scene.requests(({ path }) => path.includes('get_result'));
    await scene.open().recovery.look();
    await scene.untilDone();
    assert.equal(
      scene.requests(({ path }) => path.includes('get_result')),
      before + 1,
    );
    assert.deepEqual([scene.posts, await scene.pictures()], [0, 1]);
  });

  it('says with id, price and time what can no longer be had', async () => {
    const long = Date.now() - 60 * 60_000;
    let now = long;
    scene = await Scene.set({ now: () => now });
    const state = await scene.ready();
    now = Date.now();
    await scene.leave(scene.entry({ ...state, finished: { ...state.finished, cost: 4.5 } }));
    const { recovery, tasks } = scene.open();
    await recovery.look();
    await until('it has ended', () => tasks.all[0]?.state.phase === 'failed');
    const task = tasks.all[0];
    assert.ok(task?.state.phase === 'failed');
    const { failure, created, cost, at } = task.state;
    assert.deepEqual(
      [failure.code, failure.charged, failure.taskId, created?.id, cost?.amount],
      ['result-expired', 'yes', state.created.id, state.created.id, 0.045],
    );
    assert.ok(at >= long && task.startedAt > 0);
    assert.equal((await scene.entries()).get('ours-1')?.state.phase, 'ended');
  });

  it('saves nothing twice that had its file already, and adds it to the history', async () => {
    scene = await Scene.set();
    const first = scene.open();
    await scene.leave(scene.entry(await scene.ready()));
    await first.recovery.look();
    await scene.untilDone();
    const asset = first.history.all[0] ?? assert.fail();
    await scene.leave(
      scene.entry({ phase: 'saved', asset: { ...asset, id: 'ours-2' } }, { id: 'ours-2' }),
      scene.entry({ phase: 'saved', asset }),
    );
    const { recovery, history } = scene.open();
    await recovery.look();
    await scene.untilDone();
    assert.deepEqual(history.all.map(({ id }) => id).sort(), ['ours-1', 'ours-2']);
    assert.equal(await scene.pictures(), 1);
  });

  it('adds what is saved to the history though its provider cannot be used any more', async () => {
    scene = await Scene.set();
    const first = scene.open();
    await scene.leave(scene.entry(await scene.ready()));
    await first.recovery.look();
    await scene.untilDone();
    const asset = { ...(first.history.all[0] ?? assert.fail()), id: 'ours-2' };
    await scene.leave(scene.entry({ phase: 'saved', asset }, { id: 'ours-2' }));
    const resolve = () => {
      throw new Error('Not set up.');
    };
    const { recovery, history } = scene.open({ resolve });
    await recovery.look();
    await scene.untilDone();
    assert.ok(history.find('ours-2'));
  });

  it('goes on by itself when the network is back', async () => {
    scene = await Scene.set();
    const failure = { code: 'timeout', charged: 'unknown', cause: 'ENOTFOUND' } as const;
    const created = await scene.atService();
    const { baseUrl } = scene.simulator;
    let isDown = true;
    await scene.leave(scene.entry({ phase: 'ended', at: 1, failure, created }));
    const { recovery, tasks, engine } = scene.open();
    const { providers } = engine;
    const isReachable = providers.isReachable.bind(providers);
    const asked: string[] = [];
    providers.isReachable = (provider) => {
      asked.push(provider.baseUrl);
      return isDown ? Promise.resolve(false) : isReachable(provider);
    };
    await recovery.look();
    assert.equal(tasks.all[0]?.state.phase, 'failed');
    isDown = false;
    await until('it is done', () => tasks.all.length === 0);
    assert.deepEqual([scene.posts, await scene.pictures()], [0, 1]);
    assert.deepEqual([...new Set(asked)], [baseUrl]);
  });

  it('asks no other service for a task than the one that took it', async () => {
    scene = await Scene.set();
    const elsewhere = { order: { baseUrl: 'http://127.0.0.1:9/v1' } };
    const failure = { code: 'timeout', charged: 'unknown', cause: 'ENOTFOUND' } as const;
    const created = await scene.atService();
    const before = scene.simulator.requests.length;
    await scene.leave(
      scene.entry({ phase: 'running', at: 1, created }, { ...elsewhere, id: 'running' }),
      scene.entry({ phase: 'ended', at: 1, failure, created }, { ...elsewhere, id: 'ended' }),
    );
    const { recovery, tasks } = scene.open();
    await recovery.look();
    assert.equal(scene.simulator.requests.length, before);
    const details = tasks.all.map(({ state }) => state.phase === 'failed' && state.failure.detail);
    assert.ok(details.includes('provider-changed'));
  });

  it('makes a demo task again that died with its simulator, in whatever state', async () => {
    scene = await Scene.set();
    const created = { id: 'task-of-the-dead' };
    const finished = { sample: 'http://127.0.0.1:9/x.png' };
    const order = { provider: 'demo', baseUrl: 'http://127.0.0.1:9/v1' } as const;
    const states: readonly JournalState[] = [
      { phase: 'queued' },
      { phase: 'sending', at: 1 },
      { phase: 'running', at: 1, created },
      { phase: 'ready', at: 1, created, finished },
    ];
    await scene.leave(...states.map((state) => scene.entry(state, { id: state.phase, order })));
    const { recovery, history } = scene.open({ resolve: demo(scene.simulator.baseUrl) });
    await recovery.look();
    await scene.untilDone();
    assert.deepEqual([scene.posts, history.all.length], [4, 4]);
  });

  it('goes on with the others where one cannot go on, and tries that again', async () => {
    scene = await Scene.set();
    await scene.leave(
      scene.entry({ phase: 'queued' }, { id: 'first', order: { orderedAt: 1, model: 'first' } }),
      scene.entry({ phase: 'queued' }, { id: 'second', order: { orderedAt: 2 } }),
    );
    const { recovery, engine } = scene.open();
    const { providers } = engine;
    const clientOf = providers.clientOf.bind(providers);
    let refusals = 0;
    providers.clientOf = (provider) => {
      refusals += 1;
      return refusals === 1
        ? Promise.reject(new Error('The keyring is locked.'))
        : clientOf(provider);
    };
    await recovery.look();
    await until('the second is done', async () => !(await scene.entries()).has('second'));
    assert.equal((await scene.entries()).get('first')?.window, 'gone');
    // The service knows no such model; that is free, and nothing of it stays.
    await scene.untilDone();
    assert.ok(refusals > 2);
  });
});

function demo(baseUrl: string): typeof resolveProvider {
  return (_id, settings) => ({ ...resolveProvider('demo', settings), auth: 'x-key', baseUrl });
}

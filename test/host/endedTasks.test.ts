import assert from 'node:assert/strict';

import { isGenerationFailure } from '../../src/core/api/failure';
import { resolveProvider } from '../../src/core/api/providers';
import { Scene } from './support/scene';
import { until } from './support/until';
import { smallOrder } from './support/smallOrder';

const never = new AbortController().signal;

describe('a request that may have arrived', () => {
  let scene: Scene;
  afterEach(() => scene.end());

  const ambiguous = [
    { on: 'create', fault: { kind: 'reset', when: 'after-body' } },
    { on: 'create', fault: { kind: 'http', status: 502 } },
    { on: 'create', fault: { kind: 'not-json' } },
  ] as const;
  for (const rule of ambiguous) {
    it(`is sent once and kept with its remedies: ${JSON.stringify(rule.fault)}`, async () => {
      scene = await Scene.set({ faults: [rule] });
      const { generation, tasks } = scene.open();
      const { failures } = await generation.run(smallOrder({ target: scene.target }), never);
      assert.deepEqual([failures[0]?.charged, scene.posts], ['unknown', 1]);
      const [task] = tasks.all;
      assert.ok(task?.state.phase === 'failed');
      assert.equal(task.state.hasCredits, true);
      assert.equal((await scene.entries()).get(task.id)?.state.phase, 'ended');
    });
  }

  it('can be asked about at the provider that it went to, and at no other', async () => {
    scene = await Scene.set();
    await scene.leave(scene.entry({ phase: 'sending', at: 1 }));
    const { recovery, ended } = scene.open();
    await recovery.look();
    const balance = await ended.balance('ours-1');
    assert.equal(balance?.credits, scene.simulator.credits);
    const other = await Scene.set();
    const moved = scene.open({ baseUrl: other.simulator.baseUrl });
    await assert.rejects(moved.ended.balance('ours-1'), wasRefused('provider-changed'));
    assert.equal(other.simulator.requests.length, 0);
    await other.end();
  });

  it('is sent again once, though two windows are told to', async () => {
    scene = await Scene.set();
    await scene.leave(scene.entry({ phase: 'sending', at: 1 }));
    const [one, other] = [scene.open(), scene.open()];
    await one.recovery.look();
    await other.recovery.look();
    await Promise.all([one.ended.sendAgain('ours-1'), other.ended.sendAgain('ours-1')]);
    await scene.untilDone();
    assert.deepEqual([scene.posts, await scene.pictures()], [1, 1]);
    await other.recovery.look();
    assert.deepEqual([one.tasks.all.length, other.tasks.all.length], [0, 0]);
  });

  it('stays where it was when it cannot be sent again', async () => {
    scene = await Scene.set();
    await scene.leave(
      scene.entry({ phase: 'sending', at: 1 }, { id: 'images', order: { hadImages: true } }),
      scene.entry({ phase: 'sending', at: 1 }, { id: 'locked' }),
    );
    const { recovery, ended, engine, tasks } = scene.open();
    await recovery.look();
    await assert.rejects(ended.sendAgain('images'), wasRefused('images-gone'));
    engine.providers.clientOf = () => Promise.reject(new Error('The keyring is locked.'));
    await assert.rejects(ended.sendAgain('locked'), /keyring/);
    const phases = [...(await scene.entries()).values()].map(({ state }) => state.phase);
    assert.deepEqual([phases, scene.posts], [['ended', 'ended'], 0]);
    assert.equal(tasks.all.length, 2);
  });

  it('is forgotten when it is dismissed', async () => {
    scene = await Scene.set();
    await scene.leave(scene.entry({ phase: 'sending', at: 1 }));
    const { recovery, tasks } = scene.open();
    await recovery.look();
    tasks.dismiss('ours-1');
    await scene.untilDone();
    assert.equal(scene.posts, 0);
  });
});

describe('a canceled task', () => {
  let scene: Scene;
  afterEach(() => scene.end());

  it('is not waited for any more, says what may be billed, and is fetched all the same without a POST', async () => {
    scene = await Scene.set({ latency: 600_000 });
    const { generation, tasks, ended } = scene.open();
    const running = generation.run(smallOrder({ target: scene.target }), never);
    await until('it runs', () => tasks.all[0]?.state.phase === 'running');
    const id = tasks.all[0]?.id ?? '';
    tasks.cancel(id);
    const { failures } = await running;
    assert.deepEqual([failures[0]?.code, failures[0]?.charged], ['canceled', 'unknown']);
    assert.ok(failures[0]?.taskId);
    assert.equal((await scene.entries()).get(id)?.state.phase, 'ended');
    await ended.fetchTask(id);
    await until('it runs again', () => tasks.all[0]?.state.phase === 'running');
    assert.equal(scene.posts, 1);
  });

  it('is fetched by one of two windows that are told to, and not from under it by a dismissal', async () => {
    scene = await Scene.set({ latency: 600_000 });
    const created = await scene.atService();
    const failure = { code: 'canceled', charged: 'unknown' } as const;
    await scene.leave(scene.entry({ phase: 'ended', at: 1, failure, created }));
    const [one, other] = [scene.open(), scene.open()];
    await Promise.all([one.recovery.look(), other.recovery.look()]);
    await Promise.all([one.ended.fetchTask('ours-1'), other.ended.fetchTask('ours-1')]);
    const running = [one, other].filter(({ tasks }) => tasks.all[0]?.state.phase === 'running');
    await until('one polls it', () =>
      [one, other].some(({ tasks }) => tasks.all[0]?.state.phase === 'running'),
    );
    assert.ok(running.length <= 1);
    const failed = [one, other].find(({ tasks }) => tasks.all[0]?.state.phase === 'failed');
    failed?.tasks.dismiss('ours-1');
    await failed?.recovery.look();
    assert.equal((await scene.entries()).get('ours-1')?.state.phase, 'running');
  });

  it('cannot be fetched at another service, and says so', async () => {
    scene = await Scene.set();
    const created = await scene.atService();
    const failure = { code: 'canceled', charged: 'unknown' } as const;
    const elsewhere = { order: { baseUrl: 'http://127.0.0.1:9/v1' } };
    await scene.leave(scene.entry({ phase: 'ended', at: 1, failure, created }, elsewhere));
    const before = scene.simulator.requests.length;
    const { ended } = scene.open();
    await assert.rejects(ended.fetchTask('ours-1'), wasRefused('provider-changed'));
    assert.equal(scene.simulator.requests.length, before);
  });

  it('of the demo is made again where its simulator is gone', async () => {
    scene = await Scene.set();
    const failure = { code: 'canceled', charged: 'unknown' } as const;
    const demoOrder = { provider: 'demo', baseUrl: 'http://127.0.0.1:9/v1' } as const;
    const state = { phase: 'ended', at: 1, failure, created: { id: 'task-1' } } as const;
    await scene.leave(scene.entry(state, { order: demoOrder }));
    const { baseUrl } = scene.simulator;
    const { ended } = scene.open({
      resolve: (_id, given) => ({ ...resolveProvider('demo', given), auth: 'x-key', baseUrl }),
    });
    await ended.fetchTask('ours-1');
    await scene.untilDone();
    assert.deepEqual([scene.posts, await scene.pictures()], [1, 1]);
  });
});

function wasRefused(detail: string): (error: unknown) => boolean {
  return (error) => isGenerationFailure(error) && error.failure.detail === detail;
}

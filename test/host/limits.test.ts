import assert from 'node:assert/strict';

import type { GenerationOrder } from '../../src/host/tasks/order';
import { withSetting } from './support/flux';
import { Scene } from './support/scene';
import { until } from './support/until';

const never = new AbortController().signal;

describe('the provider’s limits', () => {
  let scene: Scene;
  afterEach(() => scene.end());

  const order = (more: Partial<GenerationOrder>): GenerationOrder => ({
    prompt: 'Boats',
    model: 'flux-2-pro',
    parameters: { width: 64, height: 64 },
    references: [],
    count: 1,
    target: scene.target,
    ...more,
  });

  // The service refuses who has too many with a 429, after which a request comes a second time.
  for (const { model, parameters, count } of [
    { model: 'flux-2-pro', parameters: { width: 64, height: 64 }, count: 20 },
    { model: 'flux-kontext-max', parameters: {}, count: 5 },
  ]) {
    it(`of ${model} are never met by two windows together`, async () => {
      scene = await Scene.set({ latency: 300 });
      const windows = [scene.open(), scene.open()];
      const outcomes = await Promise.all(
        windows.map(({ generation }) => generation.run(order({ model, parameters, count }), never)),
      );
      assert.deepEqual(
        outcomes.map(({ saved }) => saved.length),
        [count, count],
      );
      assert.equal(scene.posts, 2 * count);
    });
  }

  it('make a refused request wait and go on', async () => {
    scene = await Scene.set({
      faults: [{ on: 'create', fault: { kind: 'http', status: 429, retryAfter: 1 }, times: 1 }],
    });
    const { saved } = await scene.open().generation.run(order({}), never);
    assert.deepEqual([saved.length, scene.posts], [1, 2]);
  });

  it('hold tasks back in their order, over a reload, without sending them', async () => {
    const start = Date.now();
    let now = start;
    scene = await Scene.set({ latency: 1000, now: () => now });
    await withSetting('maxConcurrentTasks', 1, async () => {
      const first = scene.open();
      const parameters = { width: 64, height: 64, seed: 7 };
      const running = first.generation.run(order({ count: 3, parameters }), never);
      await until('one runs', () => first.tasks.all.some(({ state }) => state.phase === 'running'));
      await first.engine.close();
      first.tasks.dispose();
      const { saved } = await running;
      assert.deepEqual([saved.length, scene.posts], [0, 1]);
      const second = scene.open();
      await until('the first window is gone', async () => {
        await second.recovery.look();
        return second.tasks.running.filter(({ state }) => state.phase !== 'elsewhere').length === 3;
      });
      assert.equal(scene.posts, 1);
      const [, , ...phases] = second.tasks.all.map(({ state }) => state.phase).reverse();
      assert.deepEqual(phases, ['queued']);
      const ticking = setInterval(() => {
        now += 1000;
      }, 50);
      await scene.untilDone();
      clearInterval(ticking);
    });
    const seeds = scene.simulator.requests
      .filter(({ method }) => method === 'POST')
      .map(({ body }) => (body as { seed: number }).seed);
    assert.deepEqual(seeds, [7, 8, 9]);
    assert.equal(await scene.pictures(), 3);
  });

  it('take hundreds of pictures at one moment', async () => {
    scene = await Scene.set();
    const { generation, tasks } = scene.open();
    const canceled = new AbortController();
    await withSetting('maxConcurrentTasks', 1, async () => {
      scene.simulator.setFaults([{ on: 'poll', fault: { kind: 'status', status: 'Pending' } }]);
      const running = generation.run(order({ count: 300 }), canceled.signal);
      await until('one runs', () => tasks.all.some(({ state }) => state.phase === 'running'));
      canceled.abort();
      const { failures } = await running;
      assert.equal(failures.length, 300);
      assert.equal(failures.filter(({ charged }) => charged === 'no').length, 299);
      assert.equal(scene.posts, 1);
      assert.equal((await scene.entries()).size, 1);
    });
  });
});

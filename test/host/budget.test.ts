import assert from 'node:assert/strict';

import { withSetting } from './support/flux';
import { Scene } from './support/scene';
import { smallOrder } from './support/smallOrder';

const never = new AbortController().signal;

describe('a budget', () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await Scene.set();
  });
  afterEach(() => scene.end());

  it('refuses an order before anything is sent, with the figures, and lets pass what fits', async () => {
    const { generation, ledger } = scene.open();
    await withSetting('budget.perDay', 0.07, async () => {
      assert.equal((await generation.run(smallOrder({ count: 2 }), never)).saved.length, 2);
      assert.equal((await ledger.sync()).length, 2);
      const { refused, failures } = await generation.run(smallOrder(), never);
      assert.equal(refused, true);
      assert.deepEqual(failures, [
        {
          code: 'budget',
          charged: 'no',
          budget: { scope: 'day', limit: 0.07, spent: 0.06, order: 0.03, currency: 'USD' },
        },
      ]);
    });
    assert.equal(scene.posts, 2);
  });

  it('cannot be passed by two windows together', async () => {
    const windows = [scene.open(), scene.open({ workspace: 'workspace-2' })];
    await withSetting('budget.perDay', 0.1, async () => {
      const orders = windows.flatMap(({ generation }) =>
        [1, 2, 3].map(() => generation.run(smallOrder(), never)),
      );
      const outcomes = await Promise.all(orders);
      assert.equal(outcomes.flatMap(({ saved }) => saved).length, 3);
      assert.equal(outcomes.filter(({ refused }) => refused).length, 3);
    });
    assert.equal(scene.posts, 3);
  });

  it('counts a workspace for itself', async () => {
    const [here, there] = [scene.open(), scene.open({ workspace: 'workspace-2' })];
    await withSetting('budget.perWorkspace', 0.03, async () => {
      assert.equal((await here.generation.run(smallOrder(), never)).saved.length, 1);
      assert.equal((await here.generation.run(smallOrder(), never)).refused, true);
      assert.equal((await there.generation.run(smallOrder(), never)).saved.length, 1);
    });
  });

  it('is passed where a person lets an order through', async () => {
    const { generation } = scene.open();
    await withSetting('budget.perDay', 0.01, async () => {
      const outcome = await generation.run(smallOrder({ isOverBudget: true }), never);
      assert.equal(outcome.saved.length, 1);
    });
  });

  it('that runs low is told, once', async () => {
    const { generation, near } = scene.open();
    await withSetting('budget.perDay', 0.1, async () => {
      await generation.run(smallOrder({ count: 2 }), never);
      assert.deepEqual(near, []);
      await generation.run(smallOrder(), never);
      assert.deepEqual(
        near.map(({ scope, limit }) => [scope, limit]),
        [['day', 0.1]],
      );
    });
  });
});

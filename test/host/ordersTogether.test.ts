import assert from 'node:assert/strict';

import { withSetting } from './support/flux';
import { Scene } from './support/scene';
import { smallOrder } from './support/smallOrder';

const never = new AbortController().signal;

describe('orders that are paid together', () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await Scene.set();
  });
  afterEach(() => scene.end());

  it('are all refused before anything is sent where the budget does not take their sum', async () => {
    const { generation } = scene.open();
    const orders = [smallOrder(), smallOrder({ prompt: 'A blue boat', count: 2 })];
    await withSetting('budget.perDay', 0.08, async () => {
      const outcomes = await generation.runAll(orders, never);
      assert.deepEqual(
        outcomes.map(({ refused, failures }) => [refused, failures[0]?.budget?.order]),
        [
          [true, 0.09],
          [true, 0.09],
        ],
      );
      assert.equal(scene.posts, 0);
      const asLetThrough = orders.map((order) => ({ ...order, isOverBudget: true }));
      const through = await generation.runAll(asLetThrough, never);
      assert.deepEqual(
        through.map(({ saved }) => saved.length),
        [1, 2],
      );
    });
  });

  it('end each by itself: one that cannot be sent does not hold up the others', async () => {
    const { generation } = scene.open();
    const broken = smallOrder({ parameters: { width: 1, height: 64 } });
    const outcomes = await generation.runAll([broken, smallOrder()], never);
    assert.deepEqual(
      outcomes.map(({ refused, failures, saved }) => [refused, failures[0]?.code, saved.length]),
      [
        [true, 'invalid-request', 0],
        [false, undefined, 1],
      ],
    );
    assert.equal(scene.posts, 1);
  });

  it('have done with each picture what is asked for when the order ends', async () => {
    const { generation } = scene.open();
    const done: string[] = [];
    const order = smallOrder({
      count: 2,
      onSaved: (asset) => {
        done.push(asset.uri);
        return Promise.resolve();
      },
    });
    const { saved } = await generation.run(order, never);
    assert.deepEqual(done.sort(), saved.map(({ uri }) => uri).sort());
  });
});

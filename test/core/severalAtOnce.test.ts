import { expect, test } from 'vitest';

import { severalAtOnce } from '../../src/core/severalAtOnce';

test('each item is worked on once, of so many at once', async () => {
  const done: number[] = [];
  let running = 0;
  let most = 0;
  await severalAtOnce([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
    running += 1;
    most = Math.max(most, running);
    await Promise.resolve();
    done.push(item);
    running -= 1;
  });
  expect(done).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(most).toBe(3);
});

test('what fails is told', async () => {
  const work = (item: number) =>
    item === 2 ? Promise.reject(new Error('two')) : Promise.resolve();
  await expect(severalAtOnce([1, 2, 3], 2, work)).rejects.toThrow('two');
});

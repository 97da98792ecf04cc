import { expect, test } from 'vitest';

import type { Task } from '../../src/simulator/task';
import { create, picture, simulate } from './support';

const body = { prompt: 'A pier', width: 64, height: 64 };

test('gives the pictures that it is told to give, and knows whose they are', async () => {
  const asked: Task[] = [];
  const simulator = await simulate({
    paint: (task) => {
      asked.push(task);
      return Promise.resolve(new Uint8Array([1, 2, 3]));
    },
  });
  expect(await picture(simulator, 'flux-2-pro', { ...body, seed: 7 })).toEqual(
    new Uint8Array([1, 2, 3]),
  );
  expect(asked.map(({ prompt, seed }) => [prompt, seed])).toEqual([['A pier', 7]]);
});

test('takes as long as it is told for each task', async () => {
  let now = 0;
  const simulator = await simulate({
    latency: ({ id }) => (id === 'flux-2-pro' ? 1000 : 10),
    now: () => now,
  });
  await create(simulator, 'flux-2-pro', body);
  await create(simulator, 'flux-2-klein-4b', body);
  now = 10;
  expect(simulator.activeTasks).toBe(1);
  now = 1000;
  expect(simulator.activeTasks).toBe(0);
});

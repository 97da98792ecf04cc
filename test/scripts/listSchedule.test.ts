import { expect, it } from 'vitest';

import { listMakespan } from '../bench/listSchedule';

it.each([
  ['as many as there are places', [3, 5, 4], 3, 5],
  ['fewer than there are places', [3], 24, 3],
  ['each as soon as a place is free', [2, 4, 3, 1], 2, 5],
  ['one after the other', [2, 4, 3], 1, 9],
  ['none', [], 3, 0],
])('takes as long as the last place is taken: %s', (_name, durations, places, makespan) => {
  expect(listMakespan(durations, places)).toBe(makespan);
});

import { expect, it } from 'vitest';

import { makespanShares } from '../bench/makespanShares';

it('tells where the time of a run went, of many places a share', () => {
  const task = (createdAt: number, readyAt: number, noticedAt: number) => ({
    createdAt,
    readyAt,
    noticedAt,
  });
  const tasks = [
    task(110, 200, 220),
    task(112, 300, 310),
    task(230, 400, 440),
    task(315, 500, 506),
  ];
  expect(makespanShares({ tasks, places: 2, begun: 100, ended: 516 })).toEqual({
    beginningMs: 10,
    lateMs: (20 + 10 + 40 + 6) / 2,
    handingOnMs: (10 + 5) / 2,
    endingMs: 10,
  });
});

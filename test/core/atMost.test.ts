import { describe, expect, it } from 'vitest';

import { atMost } from '../../src/core/atMost';

describe('work of which so much goes on at a time', () => {
  it('begins in its order as soon as there is room, however the work before has ended', async () => {
    const run = atMost(2);
    const begun: number[] = [];
    const ends: ((error?: Error) => void)[] = [];
    const results = [0, 1, 2, 3].map((number) =>
      run(() => {
        begun.push(number);
        return new Promise<number>((resolve, reject) => {
          ends[number] = (error) => {
            if (error === undefined) resolve(number);
            else reject(error);
          };
        });
      }),
    );
    const settled = Promise.allSettled(results);
    expect(begun).toEqual([0, 1]);
    ends[1]?.(new Error('broken'));
    await expect(results[1]).rejects.toThrow('broken');
    expect(begun).toEqual([0, 1, 2]);
    ends[0]?.();
    expect(await results[0]).toBe(0);
    expect(begun).toEqual([0, 1, 2, 3]);
    ends[2]?.();
    ends[3]?.();
    expect((await settled).map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
  });
});

import { describe, expect, it } from 'vitest';

import type { Asset } from '../../../src/core/assets/asset';
import { formatHistoryLine, parseHistory } from '../../../src/core/assets/history';

function asset(id: string): Asset {
  return {
    id,
    uri: `file:///site/assets/${id}.png`,
    provider: 'bfl',
    model: 'flux-2-pro',
    prompt: 'A red boat',
    parameters: { width: 640 },
    references: ['file:///site/boat.png'],
    seed: 7,
    taskId: `task-${id}`,
    width: 640,
    height: 480,
    format: 'png',
    cost: { credits: 4.5, amount: 0.045, currency: 'USD' },
    createdAt: 1,
  };
}

const add = (id: string) => formatHistoryLine({ v: 1, op: 'add', asset: asset(id) });

describe('parseHistory', () => {
  it('reads back what was written, newest first', () => {
    expect(parseHistory(add('a') + add('b'))).toEqual({
      assets: [asset('b'), asset('a')],
      damaged: 0,
    });
  });

  it('leaves out what was removed', () => {
    const text = add('a') + add('b') + formatHistoryLine({ v: 1, op: 'remove', id: 'a' });
    expect(parseHistory(text).assets.map(({ id }) => id)).toEqual(['b']);
  });

  it.each([
    ['a line cut off by a crash', `${add('a')}{"v":1,"op":"add","asset":{"id"`],
    ['a line of a later version', `${add('a')}{"v":2,"op":"add"}\n`],
    ['a line that is no JSON', `nonsense\n${add('a')}`],
    ['an asset without its file', `${add('a')}{"v":1,"op":"add","asset":{"id":"x"}}\n`],
  ])('passes over %s and counts it', (_, text) => {
    const { assets, damaged } = parseHistory(text);
    expect(assets).toEqual([asset('a')]);
    expect(damaged).toBe(1);
  });

  it('loses nothing but the half line that a crash left, whatever is appended after it', () => {
    const half = add('lost').slice(0, 40);
    const { assets, damaged } = parseHistory(add('a') + half + add('b') + add('c'));
    expect(assets.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
    expect(damaged).toBe(1);
  });

  it('is empty for an empty file', () => {
    expect(parseHistory('')).toEqual({ assets: [], damaged: 0 });
  });
});

import { describe, expect, it } from 'vitest';

import { steadySchedule } from '../../../src/core/api/pollSchedule';
import {
  formatPaces,
  kindOf,
  parsePaces,
  scheduleFor,
  withTask,
  type Paces,
} from '../../../src/core/tasks/paces';

const order = { provider: 'bfl', model: 'flux-2-pro', parameters: {}, references: [] } as const;

describe('the kind of a task', () => {
  it.each([
    [{ ...order, parameters: { width: 1024, height: 1024 } }, {}, 'bfl flux-2-pro 1 MP'],
    [{ ...order, parameters: { width: 1024, height: 1040 } }, {}, 'bfl flux-2-pro 2 MP'],
    [order, { outputMegapixels: 1.98 }, 'bfl flux-2-pro 2 MP'],
    [order, {}, 'bfl flux-2-pro 0 MP'],
    [{ ...order, references: ['file:///a.png'] }, {}, 'bfl flux-2-pro 0 MP edit'],
  ])('%#', (each, created, kind) => {
    expect(kindOf(each, created)).toBe(kind);
  });
});

describe('what is remembered', () => {
  const learnt = Array.from({ length: 6 }).reduce<Paces>(
    (paces) => withTask(paces, 'one', 4700),
    new Map(),
  );

  it('is a schedule of its own for a kind that is known', () => {
    expect(scheduleFor(learnt, 'one')).not.toBe(steadySchedule);
    expect(scheduleFor(learnt, 'other')).toBe(steadySchedule);
  });

  it('comes back from its file', () => {
    expect(parsePaces(formatPaces(learnt))).toEqual(learnt);
  });

  it.each(['', '{', 'null', '{"v":2,"kinds":[]}', '{"v":1,"kinds":[["a",["x"]]]}'])(
    'is nothing where the file holds %j',
    (text) => {
      expect(parsePaces(text)).toEqual(new Map());
    },
  );

  it('is bounded, and what was used last stays', () => {
    const kinds = Array.from({ length: 70 }, (_, index) => `kind ${String(index)}`);
    const paces = kinds.reduce<Paces>((all, kind) => withTask(all, kind, 1000), new Map());
    expect([...paces.keys()]).toEqual(kinds.slice(-60));
  });
});

import { array, assert, constant, integer, option, property, record, string } from 'fast-check';
import { describe, expect, it } from 'vitest';

import { applyChange, changeOf } from '../../src/protocol/stateChange';

const item = record({ id: integer({ min: 0, max: 9 }), text: string({ maxLength: 2 }) });
const state = record(
  {
    name: string(),
    note: option(string(), { nil: undefined }),
    items: array(item, { maxLength: 12 }),
    words: array(string(), { maxLength: 3 }),
    nested: record({ n: integer(), none: constant(null) }),
  },
  { requiredKeys: ['name', 'items'] },
);

describe('a change of a state', () => {
  it('makes the next state of the one before, through JSON, whatever the two are', () => {
    assert(
      property(state, state, (before, after) => {
        const sent = JSON.parse(JSON.stringify(changeOf(before, after))) as object;
        expect(plain(applyChange(before, sent))).toEqual(plain(after));
      }),
      { seed: 6, numRuns: 300 },
    );
  });

  it('is nothing where nothing has changed', () => {
    const shown = { tasks: [{ id: 'a' }, { id: 'b' }], name: 'x', none: undefined };
    expect(changeOf(shown, structuredClone(shown))).toEqual({});
  });

  it('holds of a list what is new and the runs of what is not', () => {
    const rows = Array.from({ length: 200 }, (_, n) => ({ id: n }));
    const next = [{ id: 'new' }, ...rows.slice(0, 100), ...rows.slice(101)];
    expect(changeOf({ rows }, { rows: next })).toEqual({
      lists: { rows: [{ id: 'new' }, [0, 100], [101, 99]] },
    });
  });

  it('leaves what is as before the same object', () => {
    const before = { rows: [{ id: 1 }, { id: 2 }], other: { deep: true }, gone: 1 };
    const after = { rows: [{ id: 0 }, { id: 1 }, { id: 2 }], other: { deep: true } };
    const next = applyChange<Record<string, unknown>>(before, changeOf(before, after));
    expect(next).toEqual(after);
    expect(next['other']).toBe(before.other);
    expect((next['rows'] as unknown[])[1]).toBe(before.rows[0]);
  });
});

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

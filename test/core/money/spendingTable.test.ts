import { array, assert, boolean, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { SpendingRow } from '../../../src/core/money/spendingRow';
import {
  filterRows,
  sortRows,
  spendingColumns,
  type SpendingColumn,
} from '../../../src/core/money/spendingTable';

const words = ({ outcome }: SpendingRow) => (outcome === 'saved' ? 'Saved' : 'Timed out');

const rows: readonly SpendingRow[] = [
  row('a', { at: 3, model: 'flux-2-pro', file: 'owl-10.png', spent: 0.03, estimate: 0.05 }),
  row('b', { at: 2, model: 'flux-2-max', file: 'Owl-9.png', spent: 0.07 }),
  row('c', { at: 1, model: 'flux-2-pro', outcome: 'timeout', workspace: 'Landing' }),
];

function row(id: string, changes: Partial<SpendingRow> = {}): SpendingRow {
  const plain = { at: 0, model: 'm', workspace: 'shop', outcome: 'saved', charged: 'yes' } as const;
  return { id, ...plain, ...changes };
}

function sorted(column: SpendingColumn, descending: boolean): string {
  return sortRows(rows, { column, descending }, words)
    .map(({ id }) => id)
    .join('');
}

describe('sortRows', () => {
  it.each([
    ['time', 'cba', 'abc'],
    ['model', 'bac', 'acb'],
    ['file', 'bac', 'abc'],
    ['workspace', 'cab', 'abc'],
    ['estimate', 'abc', 'abc'],
    ['actual', 'abc', 'bac'],
    ['outcome', 'abc', 'cab'],
  ] as const)('by %s: up %s, down %s', (column, up, down) => {
    expect(sorted(column, false)).toBe(up);
    expect(sorted(column, true)).toBe(down);
  });

  it('loses and doubles none', () => {
    assert(
      property(
        array(constantFrom(...rows)),
        constantFrom(...spendingColumns),
        boolean(),
        (some, column, descending) => {
          const ids = sortRows(some, { column, descending }, words).map(({ id }) => id);
          expect([...ids].sort()).toEqual(some.map(({ id }) => id).sort());
        },
      ),
    );
  });
});

describe('filterRows', () => {
  it.each([
    ['', 'abc'],
    ['  ', 'abc'],
    ['OWL', 'ab'],
    ['pro owl', 'a'],
    ['timed', 'c'],
    ['landing flux', 'c'],
    ['owl landing', ''],
  ])('%j', (query, found) => {
    const ids = filterRows(rows, query, words).map(({ id }) => id);
    expect(ids.join('')).toBe(found);
  });
});

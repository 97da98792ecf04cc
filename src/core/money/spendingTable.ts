import { comparable, holdsWords, wordsIn } from '../wordSearch';
import type { SpendingRow } from './spendingRow';

/** What the table can be sorted by, in the order of its columns. */
export const spendingColumns = [
  'time',
  'model',
  'file',
  'workspace',
  'estimate',
  'actual',
  'outcome',
] as const;

export type SpendingColumn = (typeof spendingColumns)[number];

/** How the table is sorted. */
export interface SpendingSort {
  readonly column: SpendingColumn;
  readonly descending: boolean;
}

/** The words of a row's outcome, as the table shows them. */
type OutcomeWords = (row: SpendingRow) => string;

/** The rows in order; what has no value comes last either way, and equal ones newest first. */
export function sortRows(
  rows: readonly SpendingRow[],
  { column, descending }: SpendingSort,
  outcomeWords: OutcomeWords,
): readonly SpendingRow[] {
  const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  const direction = descending ? -1 : 1;
  const keyed = rows.map((row) => ({ row, key: keyOf(row, column, outcomeWords) }));
  keyed.sort(
    (a, b) => direction * compare(a.key, b.key, direction, collator) || b.row.at - a.row.at,
  );
  return keyed.map(({ row }) => row);
}

/** The rows in which every word of `query` stands somewhere, in capitals or not. */
export function filterRows(
  rows: readonly SpendingRow[],
  query: string,
  outcomeWords: OutcomeWords,
): readonly SpendingRow[] {
  const words = wordsIn(query);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const said = [row.model, row.file ?? '', row.workspace, outcomeWords(row)];
    return holdsWords(comparable(said.join('\n')), words);
  });
}

function keyOf(
  row: SpendingRow,
  column: SpendingColumn,
  outcomeWords: OutcomeWords,
): string | number | undefined {
  switch (column) {
    case 'time':
      return row.at;
    case 'actual':
      return row.spent;
    case 'outcome':
      return outcomeWords(row);
    default:
      return row[column];
  }
}

function compare(
  a: string | number | undefined,
  b: string | number | undefined,
  direction: number,
  collator: Intl.Collator,
): number {
  if (a === undefined || b === undefined) {
    if (a === b) return 0;
    return a === undefined ? direction : -direction;
  }
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : collator.compare(String(a), String(b));
}

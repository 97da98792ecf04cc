import { periodIds, type PeriodId } from '../../core/money/periods';
import type { SpendingAccount } from '../../core/money/spendingAccounts';
import { spendingColumns, type SpendingSort } from '../../core/money/spendingTable';

/** What a person has chosen on the page; kept while its tab is behind another. */
export interface SpendingView {
  readonly period: PeriodId;
  /** The one that was used last where nobody chose. */
  readonly currency?: SpendingAccount['currency'];
  readonly sort: SpendingSort;
  /** The filter, as typed. */
  readonly query: string;
}

/** The view out of what was saved by this or by an older version of the page. */
export function viewOf(saved: unknown): SpendingView {
  const { period, currency, sort, query } = fieldsOf(saved);
  const { column, descending } = fieldsOf(sort);
  return {
    period: periodIds.find((id) => id === period) ?? 'month',
    ...(currency === 'USD' || currency === 'CNY' ? { currency } : {}),
    sort: {
      column: spendingColumns.find((id) => id === column) ?? 'time',
      descending: descending !== false,
    },
    query: typeof query === 'string' ? query : '',
  };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

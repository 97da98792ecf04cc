import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import type { PeriodSpending, SpendingAccount } from '../../core/money/spendingAccounts';
import { filterRows, sortRows } from '../../core/money/spendingTable';
import { decimalsOf } from '../../protocol/chargeWords';
import { outcomeWords } from '../../protocol/outcomeWords';
import { Button } from '../controls/button';
import { SearchInput } from '../controls/searchInput';
import { useL10n } from '../l10n';
import type { Dates } from './dates';
import { TableHead } from './tableHead';
import { TableRow } from './tableRow';
import type { SpendingView } from './view';
import { taskCount } from './words';

interface TaskTableProps {
  readonly account: SpendingAccount;
  readonly spending: PeriodSpending;
  readonly view: SpendingView;
  readonly onView: (changes: Partial<SpendingView>) => void;
  readonly dates: Dates;
}

/** How many rows are drawn at a time: thousands would make typing slow. */
const STEP = 100;

/** Every task of a period, to sort and filter. */
export function TaskTable({ account, spending, view, onView, dates }: TaskTableProps) {
  const l10n = useL10n();
  const heading = useId();
  const body = useRef<HTMLTableSectionElement>(null);
  const { from, count } = spending;
  const [limit, setLimit] = useState(STEP);
  const { rows, currency } = account;
  const { sort, query } = view;
  const inPeriod = useMemo(() => rows.filter(({ at }) => at >= from), [rows, from]);
  const found = useMemo(() => {
    const outcome = (row: (typeof rows)[number]) => outcomeWords(row, l10n);
    return sortRows(filterRows(inPeriod, query, outcome), sort, outcome);
  }, [inPeriod, query, sort, l10n]);
  const shown = found.slice(0, limit);
  const decimals = decimalsOf(shown.flatMap(({ estimate = 0, spent = 0 }) => [estimate, spent]));
  // The button may be gone that had the focus; the first of the new rows is where reading goes on.
  useEffect(() => {
    if (limit === STEP) return;
    const row = body.current?.children[limit - STEP];
    if (row instanceof HTMLElement) row.focus();
  }, [limit]);

  return (
    <section class="tasks" aria-labelledby={heading}>
      <div class="line">
        <h2 id={heading}>{l10n.t('Tasks')}</h2>
        <span class="meta" role="status">
          {found.length === inPeriod.length
            ? taskCount(found.length, l10n)
            : l10n.t('{0} of {1} tasks', found.length, inPeriod.length)}
        </span>
        <SearchInput
          label={l10n.t('Filter tasks')}
          placeholder={l10n.t('Filter by model, file, workspace or outcome')}
          value={query}
          onInput={(typed) => {
            setLimit(STEP);
            onView({ query: typed });
          }}
        />
      </div>
      {found.length === 0 ? (
        <p class="hint">
          {inPeriod.length === 0
            ? l10n.t('Nothing was ordered in this period.')
            : l10n.t('No task has all these words.')}
        </p>
      ) : (
        // Roles by name: where the rows become blocks in a narrow editor, the browser forgets the native ones.
        <table role="table" aria-labelledby={heading}>
          <TableHead
            sort={sort}
            onSort={(next) => {
              onView({ sort: next });
            }}
          />
          <tbody role="rowgroup" ref={body}>
            {shown.map((row) => (
              <TableRow
                key={row.id}
                row={row}
                currency={currency}
                decimals={decimals}
                dates={dates}
              />
            ))}
          </tbody>
        </table>
      )}
      {found.length > limit && (
        <Button
          onClick={() => {
            setLimit(limit + STEP);
          }}
        >
          {l10n.t('Show More')}
        </Button>
      )}
      {inPeriod.length < count && (
        <p class="hint">
          {l10n.t('Older ones are counted, but not listed here: Export CSV has them all.')}
        </p>
      )}
    </section>
  );
}

import {
  spendingColumns,
  type SpendingColumn,
  type SpendingSort,
} from '../../core/money/spendingTable';
import { Icon } from '../controls/icon';
import { useL10n } from '../l10n';
import { columnLabel } from './words';

interface TableHeadProps {
  readonly sort: SpendingSort;
  readonly onSort: (sort: SpendingSort) => void;
}

/** The headings; each sorts by its column, and once more the other way round. */
export function TableHead({ sort, onSort }: TableHeadProps) {
  const l10n = useL10n();
  return (
    <thead role="rowgroup">
      <tr role="row">
        {spendingColumns.map((column) => {
          const isSorted = column === sort.column;
          const order = sort.descending ? 'descending' : 'ascending';
          return (
            <th
              key={column}
              role="columnheader"
              scope="col"
              class={column}
              aria-sort={isSorted ? order : 'none'}
            >
              <button
                type="button"
                onClick={() => {
                  onSort({
                    column,
                    descending: isSorted ? !sort.descending : startsDescending(column),
                  });
                }}
              >
                {columnLabel(column, l10n)}
                <Icon name={isSorted ? (sort.descending ? 'arrow-down' : 'arrow-up') : 'blank'} />
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

/** The latest and the dearest are what people look for. */
function startsDescending(column: SpendingColumn): boolean {
  return column === 'time' || column === 'estimate' || column === 'actual';
}

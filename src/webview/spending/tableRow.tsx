import type { SpendingAccount } from '../../core/money/spendingAccounts';
import type { SpendingRow } from '../../core/money/spendingRow';
import { amountWords } from '../../protocol/chargeWords';
import { outcomeWords } from '../../protocol/outcomeWords';
import { Icon } from '../controls/icon';
import { useL10n } from '../l10n';
import type { Dates } from './dates';
import { columnLabel, workspaceName } from './words';

interface TableRowProps {
  readonly row: SpendingRow;
  readonly currency: SpendingAccount['currency'];
  /** The least number of them, so that the amounts line up. */
  readonly decimals: number;
  readonly dates: Dates;
}

/** One task. */
export function TableRow({ row, currency, decimals, dates }: TableRowProps) {
  const l10n = useL10n();
  const words = (amount: number) => amountWords({ amount, currency }, decimals);
  const { at, model, file, workspace, estimate, charged } = row;
  return (
    <tr role="row" tabIndex={-1}>
      <td role="cell" class="time">
        {dates.moment(at)}
      </td>
      <td role="cell" class="model">
        {model}
      </td>
      <td role="cell" class="file">
        {file}
      </td>
      <td role="cell" class="workspace">
        {workspaceName(workspace, l10n)}
      </td>
      <td role="cell" class="estimate" data-label={columnLabel('estimate', l10n)}>
        {estimate === undefined ? l10n.t('unknown') : words(estimate)}
      </td>
      <td role="cell" class="actual">
        <Actual row={row} words={words} />
      </td>
      <td role="cell" class="outcome">
        {charged === 'unknown' && <Icon name="warning" />} {outcomeWords(row, l10n)}
      </td>
    </tr>
  );
}

interface ActualProps {
  readonly row: SpendingRow;
  readonly words: (amount: number) => string;
}

/** What the task counts with; marked where that is no more than the estimate. */
function Actual({ row: { spent, actual, charged }, words }: ActualProps) {
  const l10n = useL10n();
  if (spent === undefined) return <span class="guess">{l10n.t('unknown')}</span>;
  if (actual !== undefined || charged === 'no') return <>{words(spent)}</>;
  return (
    <span class="guess" title={l10n.t('The service named no price: the estimate counts.')}>
      {l10n.t('est. {0}', words(spent))}
    </span>
  );
}

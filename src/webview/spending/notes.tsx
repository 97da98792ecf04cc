import type { PeriodSpending, SpendingAccount } from '../../core/money/spendingAccounts';
import { amountWords } from '../../protocol/chargeWords';
import { Icon } from '../controls/icon';
import { useL10n } from '../l10n';
import { taskCount } from './words';

interface NotesProps {
  readonly spending: PeriodSpending;
  readonly currency: SpendingAccount['currency'];
}

/** What the total of a period may be off by, and why. */
export function Notes({ spending, currency }: NotesProps) {
  const l10n = useL10n();
  const { amount, uncertain, uncertainCount, unpricedCount } = spending;
  if (uncertainCount === 0 && unpricedCount === 0) return null;
  return (
    <div class="notes">
      {uncertainCount > 0 && (
        <p>
          <Icon name="warning" />{' '}
          {uncertain > 0 && <span class="uncertain swatch" aria-hidden="true" />}{' '}
          {l10n.t(
            'May have been charged or not: {0} of {1} ({2}), counted as estimated.',
            amountWords({ amount: uncertain, currency }),
            amountWords({ amount, currency }),
            taskCount(uncertainCount, l10n),
          )}
        </p>
      )}
      {unpricedCount > 0 && (
        <p>
          <Icon name="info" />{' '}
          {l10n.t('Not counted, for no price is known: {0}.', taskCount(unpricedCount, l10n))}
        </p>
      )}
    </div>
  );
}

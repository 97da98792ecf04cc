import { periodIds, type PeriodId } from '../../core/money/periods';
import type { SpendingAccount } from '../../core/money/spendingAccounts';
import { amountWords } from '../../protocol/chargeWords';
import { useL10n } from '../l10n';
import { Choice } from './choice';
import { periodLabel, taskCount } from './words';

interface PeriodChoiceProps {
  readonly account: SpendingAccount;
  readonly chosen: PeriodId;
  readonly onChoose: (period: PeriodId) => void;
}

/** The totals of all periods; the chosen one is what the rest of the page is about. */
export function PeriodChoice({ account, chosen, onChoose }: PeriodChoiceProps) {
  const l10n = useL10n();
  const { currency, periods } = account;
  return (
    <Choice
      label={l10n.t('Period')}
      class="cards"
      options={periodIds.map((id) => {
        const { amount, count } = periods[id];
        return {
          id,
          label: (
            <>
              <span class="name">{periodLabel(id, l10n)}</span>{' '}
              <span class="figure">{amountWords({ amount, currency })}</span>{' '}
              <span class="meta">{taskCount(count, l10n)}</span>
            </>
          ),
        };
      })}
      chosen={chosen}
      onChoose={onChoose}
    />
  );
}

import { useMemo } from 'preact/hooks';
import type { SpendingAccount } from '../../core/money/spendingAccounts';
import type { SpendingIntent } from '../../protocol/spending';
import { Button, IconButton } from '../controls/button';
import { useL10n } from '../l10n';
import { Choice } from './choice';
import { createDates } from './dates';
import { GroupBars } from './groupBars';
import { Notes } from './notes';
import { PeriodChoice } from './periodChoice';
import { SlotChart } from './slotChart';
import { TaskTable } from './taskTable';
import type { SpendingView } from './view';
import { workspaceName } from './words';

interface AccountProps {
  readonly account: SpendingAccount;
  /** All that something was spent in. */
  readonly currencies: readonly SpendingAccount['currency'][];
  readonly timeZone: string;
  readonly view: SpendingView;
  readonly onView: (changes: Partial<SpendingView>) => void;
  readonly send: (intent: SpendingIntent) => void;
}

/** All that was spent in one currency. */
export function Account({ account, currencies, timeZone, view, onView, send }: AccountProps) {
  const l10n = useL10n();
  const dates = useMemo(
    () => createDates(document.documentElement.lang, timeZone),
    [timeZone, document.documentElement.lang],
  );
  const { currency } = account;
  const spending = account.periods[view.period];
  const currencyLabels = { USD: l10n.t('US dollars ($)'), CNY: l10n.t('Yuan (¥)') };
  return (
    <main class="spending">
      <header class="line">
        <h1>{l10n.t('Spending')}</h1>
        {currencies.length > 1 && (
          <Choice
            label={l10n.t('Currency')}
            options={currencies.map((id) => ({ id, label: currencyLabels[id] }))}
            chosen={currency}
            onChoose={(next) => {
              onView({ currency: next });
            }}
          />
        )}
        <span class="tools">
          <IconButton
            icon="refresh"
            label={l10n.t('Refresh')}
            onClick={() => {
              send({ type: 'refresh' });
            }}
          />
          <Button
            onClick={() => {
              send({ type: 'exportCsv' });
            }}
          >
            {l10n.t('Export CSV…')}
          </Button>
        </span>
      </header>
      <PeriodChoice
        account={account}
        chosen={view.period}
        onChoose={(period) => {
          onView({ period });
        }}
      />
      <Notes spending={spending} currency={currency} />
      {spending.amount > 0 && (
        <div class="charts">
          {spending.slots.length > 1 && (
            <SlotChart
              slots={spending.slots}
              unit={spending.unit}
              currency={currency}
              dates={dates}
            />
          )}
          <GroupBars
            title={l10n.t('By model')}
            groups={spending.models}
            nameOf={({ label }) => label}
            currency={currency}
          />
          <GroupBars
            title={l10n.t('By workspace')}
            groups={spending.workspaces}
            nameOf={({ label }) => workspaceName(label, l10n)}
            currency={currency}
          />
        </div>
      )}
      <TaskTable account={account} spending={spending} view={view} onView={onView} dates={dates} />
    </main>
  );
}

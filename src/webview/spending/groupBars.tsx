import { useId } from 'preact/hooks';
import type { Spend, SpendGroup, SpendGroups } from '../../core/money/spendGroups';
import type { SpendingAccount } from '../../core/money/spendingAccounts';
import { amountWords } from '../../protocol/chargeWords';
import { useL10n } from '../l10n';
import { Bar } from './bar';
import { taskCount } from './words';

interface GroupBarsProps {
  readonly title: string;
  readonly groups: SpendGroups;
  readonly nameOf: (group: SpendGroup) => string;
  readonly currency: SpendingAccount['currency'];
}

/** What was spent by group: a list of words with a bar under each. */
export function GroupBars({ title, groups: { groups, others }, nameOf, currency }: GroupBarsProps) {
  const l10n = useL10n();
  const heading = useId();
  const most = Math.max(...groups.map(({ amount }) => amount), others?.amount ?? 0);
  const item = (key: string, name: string, spend: Spend) => (
    <li key={key}>
      <span class="name" title={name}>
        {name}
      </span>{' '}
      <span class="meta">{taskCount(spend.count, l10n)}</span>{' '}
      <span class="value">{amountWords({ amount: spend.amount, currency })}</span>
      <Bar spend={spend} most={most} grows="right" />
    </li>
  );
  return (
    <section class="groups" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      <ul role="list">
        {groups.map((group) => item(group.key, nameOf(group), group))}
        {others !== undefined && item('', l10n.t('{0} others', others.groups), others)}
      </ul>
    </section>
  );
}

import { moneyOf } from '../../core/money/providerMoney';
import { totalOf, within } from '../../core/money/spending';
import { amountWords } from '../../protocol/chargeWords';
import type { LedgerStore } from '../storage/ledgerStore';
import type { Settings } from '../settings';

/** What was spent today in the chosen provider's money, in words: `$0.045`; `undefined` where it is nothing. */
export function spentToday(
  ledger: Pick<LedgerStore, 'all'>,
  settings: Settings,
): string | undefined {
  const { currency } = moneyOf(settings.provider, settings);
  const midnight = new Date().setHours(0, 0, 0, 0);
  const amount = totalOf(within(ledger.all, midnight))[currency];
  return amount === undefined || amount === 0 ? undefined : amountWords({ amount, currency });
}

import { moneyOf } from '../../core/money/providerMoney';
import { totalOf, within, type Amounts } from '../../core/money/spending';
import { amountWords } from '../../protocol/chargeWords';
import type { LedgerStore } from '../storage/ledgerStore';
import type { Settings } from '../settings';

interface KnownSums {
  readonly lines: LedgerStore['all'];
  /** Of the day, in wall-clock ms since the epoch. */
  readonly midnight: number;
  readonly amounts: Amounts;
}

/** Today's sums, added up once for the same lines and the same day: the status bar asks at each step of each task. */
export class SpentToday {
  private known: KnownSums | undefined;

  constructor(private readonly ledger: Pick<LedgerStore, 'all'>) {}

  /** What was spent in the chosen provider's money, in words: `$0.045`; `undefined` where it is nothing. */
  words(settings: Settings): string | undefined {
    const { currency } = moneyOf(settings.provider, settings);
    const amount = this.amounts()[currency];
    return amount === undefined || amount === 0 ? undefined : amountWords({ amount, currency });
  }

  private amounts(): Amounts {
    const { all } = this.ledger;
    const midnight = new Date().setHours(0, 0, 0, 0);
    if (this.known?.lines !== all || this.known.midnight !== midnight)
      this.known = { lines: all, midnight, amounts: totalOf(within(all, midnight)) };
    return this.known.amounts;
  }
}

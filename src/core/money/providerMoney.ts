import type { Money, ProviderId } from '../api/provider';

/** What the settings say about money. */
export interface MoneySettings {
  /** `fluxAssets.exchangeRate`: ¥ per $, at the relay. */
  readonly exchangeRate: number;
  readonly custom: {
    /** `fluxAssets.custom.rate`: factor on the source's $0.01 per credit. */
    readonly rate: number;
  };
}

/** $ per credit at the source (bfl-api.md §7). */
const usdPerCredit = 0.01;

/** How a provider's credits become money: nothing at `demo`, ¥ at the relay, else $ (bfl-api.md §7, §7.1). */
export function moneyOf(id: ProviderId, { exchangeRate, custom }: MoneySettings): Money {
  switch (id) {
    case 'demo':
      return { currency: 'USD', perCredit: 0 };
    case 'bfl':
      return { currency: 'USD', perCredit: usdPerCredit };
    case 'openai-hk':
      return { currency: 'CNY', perCredit: usdPerCredit * exchangeRate };
    case 'custom':
      return { currency: 'USD', perCredit: usdPerCredit * custom.rate };
  }
}

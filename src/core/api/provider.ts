/** Every provider's id, in the order in which people choose. */
export const providerIds = ['demo', 'bfl', 'openai-hk', 'custom'] as const;

/** One of the services of product.md, Providers; also the value of the setting `fluxAssets.provider`. */
export type ProviderId = (typeof providerIds)[number];

/** A service that speaks the FLUX API, as data (product.md, Providers). */
export interface Provider {
  readonly id: ProviderId;
  /** Without a slash at the end: `https://api.bfl.ai/v1`. */
  readonly baseUrl: string;
  readonly auth: 'none' | 'x-key' | 'bearer';
  /** `polling_url`: the address in the answer, where it is trusted; `get_result`: `{base}/get_result?id=`. */
  readonly polling: 'polling_url' | 'get_result';
  /** Which table of sizes holds: the relay wants multiples of 32 for every sized model. */
  readonly dialect: Dialect;
  /** Whether `GET {base}/credits` is documented, and so a free check of the key. */
  readonly hasCredits: boolean;
  /** Whether moderated and failed tasks are known not to be charged. */
  readonly refunds: boolean;
  readonly money: Money;
}

/** `relay`: sizes in steps of 32 px and listed ratios only (the relay's page §3). */
export type Dialect = 'source' | 'relay';

/** The dialect of a provider, which does not hang on any setting. */
export function dialectOf(id: ProviderId): Dialect {
  return id === 'openai-hk' ? 'relay' : 'source';
}

/** How the service's `cost` becomes money: amount = cost × perCredit. */
export interface Money {
  readonly currency: 'USD' | 'CNY';
  readonly perCredit: number;
}

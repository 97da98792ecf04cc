import { moneyOf, type MoneySettings } from '../money/providerMoney';
import { isLoopback } from './addresses';
import { GenerationFailure } from './failure';
import { dialectOf, type Provider, type ProviderId } from './provider';

/** What the settings say about providers. */
export interface ProviderSettings extends MoneySettings {
  /** Where the simulator listens; absent until it runs. */
  readonly demoBaseUrl?: string;
  /** `fluxAssets.custom.*`. */
  readonly custom: MoneySettings['custom'] & {
    readonly baseUrl: string;
    readonly authHeader: 'bearer' | 'x-key';
    readonly polling: 'get_result' | 'polling_url';
  };
}

/**
 * The provider that an id stands for. `demo` has an empty base URL until its simulator runs. Throws
 * `GenerationFailure` (`invalid-request`, `bad-base-url`) where `custom` has no base that can be used.
 */
export function resolveProvider(id: ProviderId, settings: ProviderSettings): Provider {
  switch (id) {
    case 'demo':
      return {
        id,
        baseUrl: settings.demoBaseUrl ?? '',
        auth: 'none',
        polling: 'get_result',
        dialect: dialectOf(id),
        hasCredits: false,
        refunds: false,
        money: moneyOf(id, settings),
      };
    case 'bfl':
      return {
        id,
        baseUrl: 'https://api.bfl.ai/v1',
        auth: 'x-key',
        polling: 'polling_url',
        dialect: dialectOf(id),
        hasCredits: true,
        refunds: true,
        money: moneyOf(id, settings),
      };
    case 'openai-hk':
      return {
        id,
        baseUrl: 'https://api.openai-hk.com/bfl/v1',
        auth: 'bearer',
        polling: 'get_result',
        dialect: dialectOf(id),
        hasCredits: false,
        refunds: false,
        money: moneyOf(id, settings),
      };
    case 'custom':
      return {
        id,
        baseUrl: customBaseUrl(settings.custom.baseUrl),
        auth: settings.custom.authHeader,
        polling: settings.custom.polling,
        dialect: dialectOf(id),
        hasCredits: true,
        refunds: false,
        money: moneyOf(id, settings),
      };
  }
}

/** https, or http to this machine; no name and password, no query: paths are appended to it. */
function customBaseUrl(text: string): string {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  const secure =
    url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (!secure || url.username !== '' || url.password !== '' || /[?#]/.test(text)) {
    throw new GenerationFailure({
      code: 'invalid-request',
      charged: 'no',
      detail: 'bad-base-url',
    });
  }
  return (url.origin + url.pathname).replace(/\/+$/, '');
}

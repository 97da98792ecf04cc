import type { Estimate } from '../core/money/estimate';
import { chargeWords } from './chargeWords';
import type { Localizer } from './localizer';

/**
 * An estimate in a few words, in the provider's money and never rounded to whole cents: `4.5 credits ($0.045)`,
 * `from ¥0.12 (1,200 credits)`, `about 5 credits ($0.05)`, `free`, `price unknown`.
 */
export function priceWords(estimate: Estimate, l10n: Localizer): string {
  switch (estimate.kind) {
    case 'free':
      return l10n.t('free');
    case 'unknown':
      return l10n.t('price unknown');
    case 'priced': {
      const words = chargeWords(estimate.charge, l10n);
      switch (estimate.bound) {
        case 'exact':
          return words;
        case 'from':
          return l10n.t('from {0}', words);
        case 'about':
          return l10n.t('about {0}', words);
      }
    }
  }
}

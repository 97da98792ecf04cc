import type { ProviderId } from '../core/api/provider';
import type { Localizer } from '../protocol/localizer';

/** A provider's name for people. */
export function providerLabel(id: ProviderId, l10n: Localizer): string {
  switch (id) {
    case 'demo':
      return l10n.t('Demo (placeholders, free)');
    case 'bfl':
      return 'Black Forest Labs (api.bfl.ai)';
    case 'openai-hk':
      return 'OpenAI-HK (api.openai-hk.com)';
    case 'custom':
      return l10n.t('Custom');
  }
}

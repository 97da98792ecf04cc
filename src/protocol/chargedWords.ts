import type { Failure } from '../core/api/failure';
import type { Charge } from '../core/money/charge';
import { chargeWords } from './chargeWords';
import type { Localizer } from './localizer';

/** Whether a failure cost money, in a sentence; `cost` is what the service charges for the task, as far as it said. */
export function chargedWords(failure: Failure, l10n: Localizer, cost: Charge | undefined): string {
  switch (failure.charged) {
    case 'no':
      return l10n.t('Nothing was charged.');
    case 'yes':
      return l10n.t('It was paid for.');
    case 'unknown':
      if (isAmbiguous(failure)) {
        return l10n.t('It may have been charged: check the balance before you send it again.');
      }
      if (failure.code !== 'canceled') return l10n.t('It may have been charged.');
      return cost === undefined
        ? l10n.t('It may still be billed.')
        : l10n.t('It may still be billed: {0}.', chargeWords(cost, l10n));
  }
}

/** Whether nobody knows if the service took the request at all. */
function isAmbiguous({ code, taskId }: Failure): boolean {
  return taskId === undefined && (code === 'network' || code === 'server' || code === 'canceled');
}

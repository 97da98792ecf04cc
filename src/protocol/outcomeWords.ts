import type { Charged, FailureCode } from '../core/api/failure';
import type { Localizer } from './localizer';

/** How a paid task ended, in a few words: `Saved`, `Timed out · may have been charged`. */
export function outcomeWords(
  { outcome, charged }: { readonly outcome: string; readonly charged: Charged },
  l10n: Localizer,
): string {
  const end = endWords(outcome as FailureCode | 'saved', l10n);
  if (outcome === 'saved' && charged === 'yes') return end;
  return l10n.t('{0} · {1}', end, chargedNote(charged, l10n));
}

function chargedNote(charged: Charged, l10n: Localizer): string {
  switch (charged) {
    case 'no':
      return l10n.t('not charged');
    case 'yes':
      return l10n.t('charged');
    case 'unknown':
      return l10n.t('may have been charged');
  }
}

/** A ledger that a newer version wrote may hold a code that this one does not know: it is shown as it is. */
function endWords(outcome: FailureCode | 'saved', l10n: Localizer): string {
  switch (outcome) {
    case 'saved':
      return l10n.t('Saved');
    case 'canceled':
      return l10n.t('Canceled');
    case 'timeout':
      return l10n.t('Timed out');
    case 'request-moderated':
    case 'content-moderated':
      return l10n.t('Moderated');
    case 'network':
      return l10n.t('No connection');
    case 'result-expired':
      return l10n.t('Expired');
    case 'save-failed':
      return l10n.t('Not saved');
    case 'bad-image':
      return l10n.t('Damaged picture');
    case 'insufficient-credits':
      return l10n.t('No credits left');
    case 'rate-limited':
      return l10n.t('Too many requests');
    case 'server':
      return l10n.t('Service error');
    case 'task-failed':
    case 'task-not-found':
      return l10n.t('Failed');
    case 'invalid-request':
      return l10n.t('Refused');
    case 'auth':
      return l10n.t('Key refused');
    case 'budget':
      return l10n.t('Over budget');
    default:
      return outcome;
  }
}

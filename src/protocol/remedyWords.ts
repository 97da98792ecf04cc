import type { Failure } from '../core/api/failure';
import type { ProviderId } from '../core/api/provider';
import { remediesFor, type TaskRemedy } from '../core/tasks/remedies';
import type { FailedState } from '../core/tasks/task';
import { chargeWords } from './chargeWords';
import type { Localizer } from './localizer';

/** The words on a remedy's button; what fetching is called depends on why nobody waits any more. */
export function taskRemedyLabel(
  remedy: TaskRemedy,
  { code }: Pick<Failure, 'code'>,
  l10n: Localizer,
): string {
  switch (remedy) {
    case 'checkBalance':
      return l10n.t('Check Balance');
    case 'sendAgain':
      return l10n.t('Send Again');
    case 'saveTaskTo':
      return l10n.t('Save to…');
    case 'fetchTask':
      if (code === 'canceled') return l10n.t('Fetch Anyway');
      return code === 'timeout' ? l10n.t('Keep Waiting') : l10n.t('Fetch Again');
  }
}

/** What a failed task waits for, in a few words; `undefined` where nothing but *Dismiss* is left. */
export function waitingWords(state: FailedState, l10n: Localizer): string | undefined {
  const remedies = remediesFor(state);
  if (remedies.includes('saveTaskTo')) return l10n.t('Kept unsaved');
  if (remedies.includes('sendAgain')) return l10n.t('May have been charged');
  return remedies.includes('fetchTask') ? l10n.t('Can still be fetched') : undefined;
}

/**
 * Id and price of a task that the service took, to find it by on a bill; nothing of one that it did not take, and no
 * price where there is none (`demo`).
 */
export function taskFacts(
  provider: ProviderId,
  { created, failure, cost }: FailedState,
  l10n: Localizer,
): readonly string[] {
  const id = created?.id ?? failure.taskId;
  if (id === undefined) return [];
  const name = l10n.t('Task {0}', id);
  if (provider === 'demo') return [name];
  if (cost !== undefined) return [name, chargeWords(cost, l10n)];
  return failure.charged === 'no' ? [name] : [name, l10n.t('price unknown')];
}

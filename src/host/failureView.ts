import type { Failure } from '../core/api/failure';
import { failureSentence } from '../protocol/failureWords';
import type { Localizer } from '../protocol/localizer';
import type { FailureView } from '../protocol/panel';

/** What to do next after a failure: the one button that helps, on the panel and in a notification. */
export type Remedy = 'setApiKey' | 'openSettings' | 'showLog';

/** The remedy for a failure, where there is one beyond trying again. */
export function remedyFor(failure: Failure): Remedy | undefined {
  switch (failure.code) {
    case 'auth':
      return 'setApiKey';
    case 'timeout':
      return 'openSettings';
    case 'invalid-request':
      return failure.detail === 'bad-base-url' || failure.detail === 'outside-workspace'
        ? 'openSettings'
        : undefined;
    case 'bad-image':
      return failure.detail === 'too-large' ? 'openSettings' : 'showLog';
    case 'server':
    case 'task-failed':
      return 'showLog';
    default:
      return undefined;
  }
}

/** The words on a remedy's button. */
export function remedyLabel(remedy: Remedy, l10n: Localizer): string {
  switch (remedy) {
    case 'setApiKey':
      return l10n.t('Set API Key');
    case 'openSettings':
      return l10n.t('Open Settings');
    case 'showLog':
      return l10n.t('Show Log');
  }
}

/** A failure as the panel shows it. */
export function failureView(failure: Failure, l10n: Localizer): FailureView {
  const remedy = remedyFor(failure);
  return {
    message: failureSentence(failure, l10n),
    isCanceled: failure.code === 'canceled',
    fields: failure.fields ?? [],
    ...(remedy === undefined
      ? {}
      : { action: { label: remedyLabel(remedy, l10n), intent: { type: remedy } } }),
  };
}

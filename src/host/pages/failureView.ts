import type { Failure } from '../../core/api/failure';
import type { Charge } from '../../core/money/charge';
import { remediesFor } from '../../core/tasks/remedies';
import { failureSentence } from '../../protocol/failureWords';
import type { Localizer } from '../../protocol/localizer';
import type { FailureView } from '../../protocol/panel';
import { taskFacts, taskRemedyLabel } from '../../protocol/remedyWords';
import type { FailedTask } from '../tasks/failedTask';

/** What to do next after a failure, whatever task it was: a button on the panel and in a notification. */
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
    case 'task-not-found':
      return failure.detail === 'provider-changed' ? 'openSettings' : undefined;
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

/** What the service charges for a failed task, where that is money. */
export function costOf({ provider, state }: FailedTask): { cost?: Charge } {
  return state.cost === undefined || provider === 'demo' ? {} : { cost: state.cost };
}

/** A failed task's end as the panel shows it. */
export function failureView(task: FailedTask, l10n: Localizer): FailureView {
  const { id, provider, state } = task;
  const { failure } = state;
  const remedy = remedyFor(failure);
  return {
    message: failureSentence(failure, l10n, costOf(task)),
    isCanceled: failure.code === 'canceled',
    fields: failure.fields ?? [],
    actions: [
      ...remediesFor(state).map((type) => ({
        label: taskRemedyLabel(type, failure, l10n),
        intent: { type, id },
      })),
      ...(remedy === undefined
        ? []
        : [{ label: remedyLabel(remedy, l10n), intent: { type: remedy } }]),
    ],
    facts: taskFacts(provider, state, l10n),
  };
}

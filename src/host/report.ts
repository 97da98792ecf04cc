import * as vscode from 'vscode';

import { isGenerationFailure, messageOf, type Failure } from '../core/api/failure';
import type { Log } from '../core/log';
import { remediesFor } from '../core/tasks/remedies';
import { failureSentence } from '../protocol/failureWords';
import type { Localizer } from '../protocol/localizer';
import { taskRemedyLabel } from '../protocol/remedyWords';
import { taskOfFailure, type FailedTask } from './tasks/failedTask';
import { costOf, remedyFor, remedyLabel, type Remedy } from './pages/failureView';
import type { TaskList } from './tasks/taskList';
import type { TaskRemedies } from './tasks/taskRemedies';

const REMEDY_COMMANDS: Readonly<Record<Remedy, readonly [string, ...unknown[]]>> = {
  setApiKey: ['fluxAssets.setApiKey'],
  openSettings: ['workbench.action.openSettings', '@ext:flux-assets.flux-assets'],
  showLog: ['fluxAssets.showLog'],
};

/** A further button on a notification. */
export interface NotificationAction {
  readonly label: string;
  readonly run: () => void | Promise<void>;
}

/** What else is known where a failure is told. */
export interface FailureReport {
  /** The task that ended so, with what can still be done about it. */
  readonly task?: FailedTask | undefined;
  readonly remedies?: TaskRemedies;
  /** A further button, after those that help. */
  readonly more?: NotificationAction;
}

/** Tells a failure in a notification, with the buttons that help. What the person canceled for free needs no word. */
export async function reportFailure(
  failure: Failure,
  l10n: Localizer,
  report: FailureReport = {},
): Promise<void> {
  const isCanceled = failure.code === 'canceled';
  if (isCanceled && failure.charged === 'no') return;
  const actions = actionsFor(failure, l10n, report);
  const { showInformationMessage, showErrorMessage } = vscode.window;
  const show = isCanceled ? showInformationMessage : showErrorMessage;
  const cost = report.task === undefined ? {} : costOf(report.task);
  const pressed = await show(
    failureSentence(failure, l10n, cost),
    ...actions.map(({ label }) => label),
  );
  await actions.find(({ label }) => label === pressed)?.run();
}

/** Tells the failures of an order, each with what can still be done about the task that ended in it. */
export function reportFailures(
  failures: readonly Failure[],
  l10n: Localizer,
  { tasks, ...report }: Omit<FailureReport, 'task'> & { readonly tasks: Pick<TaskList, 'all'> },
): void {
  for (const failure of failures) {
    void reportFailure(failure, l10n, { ...report, task: taskOfFailure(tasks.all, failure) });
  }
}

function actionsFor(
  failure: Failure,
  l10n: Localizer,
  { task, remedies, more }: FailureReport,
): readonly NotificationAction[] {
  const remedy = remedyFor(failure);
  return [
    ...(task === undefined || remedies === undefined
      ? []
      : remediesFor(task.state).map((type) => ({
          label: taskRemedyLabel(type, failure, l10n),
          run: () => remedies[type](task.id),
        }))),
    ...(remedy === undefined
      ? []
      : [{ label: remedyLabel(remedy, l10n), run: () => runRemedy(remedy) }]),
    ...(more === undefined ? [] : [more]),
  ];
}

/** Does what a remedy's button says. */
export async function runRemedy(remedy: Remedy): Promise<void> {
  await vscode.commands.executeCommand(...REMEDY_COMMANDS[remedy]);
}

/** Tells whatever a command or a page threw. */
export function reportError(error: unknown, l10n: Localizer, log: Log): void {
  if (isGenerationFailure(error)) {
    void reportFailure(error.failure, l10n);
    return;
  }
  // The words of an error may name a file that is named after a prompt.
  log.error(error instanceof Error ? error.name : typeof error);
  log.debug(error instanceof Error ? (error.stack ?? error.message) : String(error));
  void vscode.window.showErrorMessage(l10n.t('Flux Assets: {0}', messageOf(error)));
}

import * as vscode from 'vscode';

import { isGenerationFailure, messageOf, type Failure } from '../core/api/failure';
import type { Log } from '../core/log';
import { failureSentence } from '../protocol/failureWords';
import type { Localizer } from '../protocol/localizer';
import { remedyFor, remedyLabel, type Remedy } from './failureView';

const REMEDY_COMMANDS: Readonly<Record<Remedy, readonly [string, ...unknown[]]>> = {
  setApiKey: ['fluxAssets.setApiKey'],
  openSettings: ['workbench.action.openSettings', '@ext:flux-assets.flux-assets'],
  showLog: ['fluxAssets.showLog'],
};

/** A further button on a notification. */
export interface NotificationAction {
  readonly label: string;
  readonly run: () => void;
}

/** Tells a failure in a notification, with the buttons that help. What the person canceled for free needs no word. */
export async function reportFailure(
  failure: Failure,
  l10n: Localizer,
  more?: NotificationAction,
): Promise<void> {
  const isCanceled = failure.code === 'canceled';
  if (isCanceled && failure.charged === 'no') return;
  const remedy = remedyFor(failure);
  const buttons = [
    ...(remedy === undefined ? [] : [remedyLabel(remedy, l10n)]),
    ...(more === undefined ? [] : [more.label]),
  ];
  const { showInformationMessage, showErrorMessage } = vscode.window;
  const show = isCanceled ? showInformationMessage : showErrorMessage;
  const pressed = await show(failureSentence(failure, l10n), ...buttons);
  if (pressed === undefined) return;
  if (pressed === more?.label) more.run();
  else if (remedy !== undefined) await runRemedy(remedy);
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

import * as vscode from 'vscode';

import { messageOf } from '../../core/api/failure';
import type { LockProblem } from '../../core/assets/lock/parseLock';
import type { Localizer } from '../../protocol/localizer';
import type { LockTrouble } from './lockFile';

/** What is wrong with a lock, and what to do about it. */
export function problemWords({ kind, name = '' }: LockProblem, l10n: Localizer): string {
  switch (kind) {
    case 'conflict':
      return l10n.t('Git has left a conflict here. Keep the entries that are right.');
    case 'not-json':
      return l10n.t('The asset lock is no valid JSON here.');
    case 'twice':
      return l10n.t('{0} stands here a second time. Keep one of the two.', name);
    case 'number':
      return l10n.t('This number is too large to be kept.');
    case 'no-version':
      return l10n.t('The asset lock needs "version": 1.');
    case 'no-assets':
      return l10n.t('The asset lock needs "assets", an object with an entry for each file.');
    case 'no-entry':
      return l10n.t('An entry of the asset lock must be an object.');
    case 'later-version':
      return l10n.t('A later version of Flux Assets wrote this asset lock. Update the extension.');
  }
}

/** Why a lock could not be written, in a sentence that names it and the line. */
export function troubleWords(lock: vscode.Uri, trouble: LockTrouble, l10n: Localizer): string {
  const name = vscode.workspace.asRelativePath(lock, false);
  switch (trouble.kind) {
    case 'broken': {
      const line = lineOf(trouble.text, trouble.problem.start);
      return l10n.t('{0}, line {1}: {2}', name, line, problemWords(trouble.problem, l10n));
    }
    case 'unsaved':
      return l10n.t('{0} has changes that are not saved.', name);
    case 'unwritable':
      return l10n.t('{0} could not be written: {1}', name, messageOf(trouble.cause));
  }
}

/** The line of a place, from 1. */
function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length;
}

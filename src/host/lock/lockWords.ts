import * as vscode from 'vscode';

import { messageOf } from '../../core/api/failure';
import type { LockProblem } from '../../core/assets/lock/parseLock';
import type { Localizer } from '../../protocol/localizer';
import type { LockTrouble } from './lockFile';
import type { LockReport } from './lockVerifier';
import type { Finding } from './verifyLock';

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

/** What is not as a lock says. */
export function findingWords({ code, key }: Finding, l10n: Localizer): string {
  switch (code) {
    case 'asset-missing':
      return l10n.t('{0} is not there. It can be made again from this entry.', key);
    case 'asset-changed':
      return l10n.t('{0} was changed after it was made.', key);
    case 'asset-unknown':
      return l10n.t('{0} has no entry, so nobody can tell how it was made.', key);
    case 'asset-unused':
      return l10n.t('No file of the workspace refers to {0}.', key);
  }
}

/** What was found in all locks, in one message; `unnoted` pictures of the history are in none. */
export function summaryWords(
  reports: readonly LockReport[],
  unnoted: number,
  l10n: Localizer,
): string {
  const count = reports.reduce((sum, report) => sum + (report.count ?? 0), 0);
  const findings = reports.flatMap((report) => report.findings);
  const number = (code: Finding['code']) => findings.filter((each) => each.code === code).length;
  const parts = [
    [number('asset-missing'), l10n.t('missing')],
    [number('asset-changed'), l10n.t('changed')],
    [number('asset-unknown'), l10n.t('without an entry')],
    [number('asset-unused'), l10n.t('unused')],
  ] as const;
  const found = parts.filter(([n]) => n > 0).map(([n, words]) => `${n} ${words}`);
  const sentences = [
    ...reports.flatMap(({ trouble }) => (trouble === undefined ? [] : [trouble])),
    ...(reports.every((report) => report.count === undefined && report.trouble === undefined)
      ? [l10n.t('There is no asset lock here yet. It is made with the first picture.')]
      : [
          found.length === 0
            ? l10n.t('Assets verified: {0}. All are as the asset lock says.', count)
            : l10n.t('Assets verified: {0} ({1}). Problems lists them.', count, found.join(', ')),
        ]),
    ...(unnoted > 0
      ? [l10n.t('Pictures of the history that are not in the asset lock: {0}.', unnoted)]
      : []),
  ];
  return sentences.join(' ');
}

/** The line of a place, from 1. */
function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length;
}

import * as vscode from 'vscode';

import { isProblem, parseLock } from '../../core/assets/lock/parseLock';
import type { Localizer } from '../../protocol/localizer';
import { PROBLEM_SOURCE } from '../problems';
import { fileOf, lockPlaceOf, type LockPlace } from './lockPlace';
import { findingWords } from './lockWords';
import type { Finding } from './verifyLock';

/** What is done with one finding by a quick fix. */
export type LockFix = 'accept' | 'remove' | 'note';
/** Not for people: what quick fixes run, with the file and a `LockFix`. */
export const FIX_COMMAND = 'fluxAssets.lock.fix';

/** The lenses above each entry of a lock. */
export async function lockLenses(
  document: vscode.TextDocument,
  l10n: Localizer,
): Promise<vscode.CodeLens[]> {
  const place = await placeOfLock(document.uri);
  const read = parseLock(document.getText());
  if (place === undefined || isProblem(read)) return [];
  return [...read.places].flatMap(([key, { start, end }]) => {
    const file = fileOf(place, key);
    if (file === undefined) return [];
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    const lens = (title: string, command: string) =>
      new vscode.CodeLens(range, { title, command, arguments: [file] });
    return [
      lens(l10n.t('Regenerate'), 'fluxAssets.regenerate'),
      lens(l10n.t('Show How This Was Made'), 'fluxAssets.showHowMade'),
      // Of a file of icons nothing is made.
      ...(/\.ico$/i.test(file.path) ? [] : [lens(l10n.t('Make Files…'), 'fluxAssets.makeFiles')]),
    ];
  });
}

/** What can be done about the Problems at a place of a lock. */
export function lockActions(
  document: vscode.TextDocument,
  problems: readonly vscode.Diagnostic[],
  findings: readonly Finding[],
  l10n: Localizer,
): vscode.CodeAction[] {
  return problems.flatMap((problem) => {
    if (problem.source !== PROBLEM_SOURCE) return [];
    if (problem.code === 'lock-broken') return bothSides(document, problem, l10n);
    // The words name the file; the range of an unknown one does not.
    const finding = findings.find((each) => findingWords(each, l10n) === problem.message);
    return finding === undefined ? [] : fixesOf(finding, problem, l10n);
  });
}

function fixesOf(
  { code, file }: Finding,
  problem: vscode.Diagnostic,
  l10n: Localizer,
): vscode.CodeAction[] {
  const fix = (title: string, command: string, ...more: readonly LockFix[]) => {
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.command = { title, command, arguments: [file, ...more] };
    action.diagnostics = [problem];
    return action;
  };
  const remove = fix(l10n.t('Remove the entry'), FIX_COMMAND, 'remove');
  switch (code) {
    case 'asset-missing':
      return [fix(l10n.t('Regenerate…'), 'fluxAssets.regenerate'), remove];
    case 'asset-changed':
      return [
        fix(l10n.t('Accept the change'), FIX_COMMAND, 'accept'),
        fix(l10n.t('Regenerate…'), 'fluxAssets.regenerate'),
      ];
    case 'asset-unknown':
      return [fix(l10n.t('Note it from the history'), FIX_COMMAND, 'note')];
    case 'asset-unused':
      return [];
  }
}

/** Entries are blocks that stand for themselves: what is left without the markers of a merge is both sides' entries. */
function bothSides(
  document: vscode.TextDocument,
  problem: vscode.Diagnostic,
  l10n: Localizer,
): vscode.CodeAction[] {
  const text = document.getText();
  const merged = text
    .replace(/^\|{7}.*\n(?:(?!={7}).*\n)*(?=={7})/gm, '')
    .replace(/^(?:<{7}|={7}|>{7}).*(?:\n|$)/gm, '');
  // Where both sides have the same entry, a person has to choose.
  if (merged === text || isProblem(parseLock(merged))) return [];
  const action = new vscode.CodeAction(
    l10n.t('Keep the entries of both sides'),
    vscode.CodeActionKind.QuickFix,
  );
  action.diagnostics = [problem];
  action.isPreferred = true;
  action.edit = new vscode.WorkspaceEdit();
  const whole = new vscode.Range(document.positionAt(0), document.positionAt(text.length));
  action.edit.replace(document.uri, whole, merged);
  return [action];
}

/** The place of a lock itself; `undefined` for a file of its name that is nobody's lock. */
async function placeOfLock(lock: vscode.Uri): Promise<LockPlace | undefined> {
  const place = await lockPlaceOf(lock);
  return place?.lock.toString() === lock.toString() ? place : undefined;
}

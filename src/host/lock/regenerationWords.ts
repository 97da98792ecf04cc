import * as vscode from 'vscode';

import { totalEstimate } from '../../core/money/totalEstimate';
import type { Localizer } from '../../protocol/localizer';
import { priceWords } from '../../protocol/priceWords';
import { troubleWords } from './lockWords';
import type { Planned, Unplanned } from './regenerationPlan';

/** The question before files are made again. */
export function regenerationQuestion(
  planned: readonly Planned[],
  l10n: Localizer,
): { readonly question: string; readonly detail: string } {
  const made = planned.filter((each) => each.kind !== 'unplanned');
  const [first] = made;
  const question =
    first !== undefined && made.length === 1
      ? l10n.t('Regenerate {0}?', nameOf(first.file))
      : l10n.t('Regenerate {0} images?', made.length);
  const pictures = made.filter((each) => each.kind === 'picture');
  const derived = pictures.flatMap((each) => each.derived);
  const changed = [...made, ...derived].filter(({ isChanged }) => isChanged);
  const lost = pictures.filter((each) => each.lost > 0);
  const price = priceWords(totalEstimate(pictures.map(({ estimate }) => estimate)), l10n);
  const lines = [
    l10n.t('Estimate: {0}.', price),
    derived.length > 0 &&
      l10n.t(
        'With Replace the Files, what was made from them is made again too, for free: {0}.',
        names(derived),
      ),
    changed.length > 0 && l10n.t('Changed by hand since they were made: {0}.', names(changed)),
    lost.length > 0 &&
      l10n.t(
        'Made without reference images that are not as they were, so they will look different: {0}.',
        names(lost),
      ),
    ...planned
      .filter((each) => each.kind === 'unplanned')
      .map((each) => unplannedWords(each, l10n)),
  ];
  return { question, detail: lines.filter((line) => line !== false).join('\n') };
}

/** Why a file cannot be made again. */
export function unplannedWords({ file, why, lock }: Unplanned, l10n: Localizer): string {
  const name = nameOf(file);
  if (why === 'no-entry') return l10n.t('{0} has no entry in the asset lock.', name);
  if (why === 'source-changed')
    return l10n.t('The picture that {0} was made from is not as it was. Use Make Files….', name);
  return troubleWords(lock ?? file, why, l10n);
}

/** The file as people know it. */
export function nameOf(file: vscode.Uri): string {
  return vscode.workspace.asRelativePath(file, false);
}

/** Files in a sentence. */
export function names(files: readonly { readonly file: vscode.Uri }[]): string {
  return files.map(({ file }) => nameOf(file)).join(', ');
}

import type * as vscode from 'vscode';

import { draftsAt, type StandingDraft } from '../../core/code/draftsAt';
import { languageOf } from '../../core/code/language';

/** The drafts that stand in an editor where its person stands: one for each selection; see `draftsAt`. */
export function draftsIn({
  document,
  selections,
}: Pick<vscode.TextEditor, 'document' | 'selections'>): Promise<readonly StandingDraft[]> {
  const { path } = document.uri;
  const standing = {
    text: document.getText(),
    path,
    language: languageOf(path, document.languageId),
  };
  const spans = selections.map(({ start, end }) => ({
    start: document.offsetAt(start),
    end: document.offsetAt(end),
  }));
  return draftsAt(standing, spans);
}

import * as vscode from 'vscode';

import type { LocatedReference } from '../../core/code/locateReferences';
import { languageOf } from '../../core/code/language';
import { filesMeantBy, type Project } from '../../core/code/project';
import type { PlacedReference } from './imageIndex';

/** A reference with all files that it may mean, the likeliest first. A placeholder means none. */
export interface IndexedReference extends Omit<PlacedReference, 'file'> {
  readonly candidates: readonly vscode.Uri[];
}

/** What is kept of a file that was looked through. */
export interface IndexedDocument {
  readonly uri: vscode.Uri;
  readonly project: Project;
  readonly references: readonly IndexedReference[];
}

/** What a file's references mean in its project. */
export function indexedDocument(
  uri: vscode.Uri,
  found: readonly Pick<IndexedReference, 'reference' | 'range'>[],
  project: Project,
): IndexedDocument {
  const language = languageOf(uri.path);
  const from = { path: uri.path, language };
  const references = found.map(({ reference, range }) => {
    const meant = reference.isPlaceholder === true ? [] : filesMeantBy(reference, from, project);
    const candidates = meant.map((path) => uri.with({ path, query: '', fragment: '' }));
    return { document: uri, language, reference, range, candidates };
  });
  return { uri, project, references };
}

/** A reference with its place in the editor's terms. */
export function withRange({
  reference,
  start,
  end,
}: LocatedReference): Pick<IndexedReference, 'reference' | 'range'> {
  const range = new vscode.Range(start.line, start.character, end.line, end.character);
  return { reference, range };
}

import * as vscode from 'vscode';

import type { CodeLanguage } from '../../core/code/language';
import { pathWithin } from '../../core/code/paths';
import type { Project } from '../../core/code/project';
import type { Projects } from './projects';
import { editIn } from './textEdits';

/** A change of a project's list of assets. */
export interface ListEdit {
  readonly file: vscode.Uri;
  readonly edit: vscode.TextEdit;
}

/** What the `pubspec.yaml` of a document's app lacks for these images, for Flutter packs what it lists; `undefined` where nothing. */
export async function listedInPubspec(
  document: vscode.Uri,
  { root, kind }: Project,
  images: readonly string[],
): Promise<ListEdit | undefined> {
  const paths = images.map((path) => pathWithin(root, path)).filter((path) => path !== undefined);
  if (kind !== 'flutter' || paths.length === 0) return undefined;
  const file = document.with({ path: `${root}/pubspec.yaml` });
  const pubspec = await vscode.workspace.openTextDocument(file);
  const { assetsInPubspec } = await import('../../core/code/writing/pubspec');
  const edit = assetsInPubspec(pubspec.getText(), paths);
  return edit === undefined ? undefined : { file, edit: editIn(pubspec, edit) };
}

/** Lists an image that a document of an app names, where it is not listed yet. */
export async function listAsset(
  image: vscode.Uri,
  { document, language }: { readonly document: vscode.Uri; readonly language: CodeLanguage },
  projects: Pick<Projects, 'of'>,
): Promise<void> {
  if (language !== 'dart') return;
  const listed = await listedInPubspec(document, await projects.of(document), [image.path]);
  if (listed !== undefined) await writeListed(listed);
}

/** Writes it, on disk too where nothing else in the list waits to be saved: the app's tools read it there. */
export async function writeListed({ file, edit }: ListEdit): Promise<void> {
  const document = await vscode.workspace.openTextDocument(file);
  const wasSaved = !document.isDirty;
  const change = new vscode.WorkspaceEdit();
  change.set(file, [edit]);
  if ((await vscode.workspace.applyEdit(change)) && wasSaved) await document.save();
}

import * as vscode from 'vscode';

import type { TextEdit } from '../../core/code/writing/picture';

/** A change of a document's text in the editor's terms. */
export function editIn(
  document: vscode.TextDocument,
  { start, end, text }: TextEdit,
): vscode.TextEdit {
  const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
  return vscode.TextEdit.replace(range, text);
}

/** `undefined` where it is gone or cannot be read. */
export async function openDocument(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}

/**
 * Applies changes of documents and saves those that nobody has before them, unless they waited to be saved before. False
 * where they cannot be applied. Rejects where a document cannot be opened.
 */
export async function applyQuietly(edit: vscode.WorkspaceEdit): Promise<boolean> {
  const documents = await Promise.all(
    edit.entries().map(([uri]) => vscode.workspace.openTextDocument(uri)),
  );
  const unseen = documents.filter((document) => !document.isDirty && !isShown(document));
  if (!(await vscode.workspace.applyEdit(edit))) return false;
  for (const document of unseen) await document.save();
  return true;
}

function isShown(document: vscode.TextDocument): boolean {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .some(
      ({ input }) =>
        input instanceof vscode.TabInputText && input.uri.toString() === document.uri.toString(),
    );
}

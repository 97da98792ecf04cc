import * as vscode from 'vscode';

import type { Asset } from '../../core/assets/asset';
import { referenceStyleOf, referenceText } from '../../core/code/reference';

/** More of a prompt than this is no description of a picture any more. In characters. */
const LONGEST_ALT = 250;

/** Writes a reference to the asset at the cursors of `editor`, as its language wants it. False where it cannot be edited. */
export async function insertReference(editor: vscode.TextEditor, asset: Asset): Promise<boolean> {
  const shown = await vscode.window.showTextDocument(editor.document, {
    viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active,
  });
  const { document } = shown;
  const text = textFor(document, asset);
  return shown.edit((edit) => {
    for (const selection of shown.selections) edit.replace(selection, text);
  });
}

/** The same at a place of a document that may be in no editor; it is shown where nobody sees it. */
export async function insertReferenceAt(
  document: vscode.TextDocument,
  range: vscode.Range,
  asset: Asset,
): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, textFor(document, asset));
  if (!(await vscode.workspace.applyEdit(edit))) return false;
  const isSeen = vscode.window.visibleTextEditors.some((editor) => editor.document === document);
  if (!isSeen) await vscode.window.showTextDocument(document, { preview: false });
  return true;
}

function textFor(document: vscode.TextDocument, asset: Asset): string {
  return referenceText(referenceStyleOf(document.languageId, document.fileName), {
    path: pathFrom(document.uri, vscode.Uri.parse(asset.uri)),
    alt: shortened(asset.prompt),
    width: asset.width,
    height: asset.height,
  });
}

function shortened(prompt: string): string {
  if (prompt.length <= LONGEST_ALT) return prompt;
  const cut = prompt.slice(0, LONGEST_ALT);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_ALT / 2))}…`;
}

/** Relative in one file system and on one drive, else within the workspace folder. */
function pathFrom(document: vscode.Uri, file: vscode.Uri): string {
  const isElsewhere =
    document.scheme !== file.scheme ||
    document.authority !== file.authority ||
    driveOf(document) !== driveOf(file);
  if (isElsewhere) {
    return vscode.workspace.asRelativePath(file, false);
  }
  const from = document.path.split('/').slice(0, -1);
  const to = file.path.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

function driveOf(uri: vscode.Uri): string | undefined {
  return /^\/[a-z]:/i.exec(uri.path)?.[0].toLowerCase();
}

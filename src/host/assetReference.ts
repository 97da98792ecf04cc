import * as vscode from 'vscode';

import type { Asset } from '../core/assets/asset';
import { referenceStyleOf, referenceText } from '../core/code/reference';

/** Writes a reference to the asset at the cursors of `editor`, as its language wants it. */
export async function insertReference(editor: vscode.TextEditor, asset: Asset): Promise<boolean> {
  const { document } = await vscode.window.showTextDocument(editor.document, {
    viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active,
    preserveFocus: false,
  });
  const text = referenceText(referenceStyleOf(document.languageId, document.fileName), {
    path: pathFrom(document.uri, vscode.Uri.parse(asset.uri)),
    alt: asset.prompt,
    width: asset.width,
    height: asset.height,
  });
  const shown = vscode.window.activeTextEditor ?? editor;
  return shown.edit((edit) => {
    for (const selection of editor.selections) edit.replace(selection, text);
  });
}

/** The path from the document to the file: relative in one file system, else within the workspace folder. */
export function pathFrom(document: vscode.Uri, file: vscode.Uri): string {
  if (document.scheme !== file.scheme || document.authority !== file.authority) {
    return vscode.workspace.asRelativePath(file, false);
  }
  const from = document.path.split('/').slice(0, -1);
  const to = file.path.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

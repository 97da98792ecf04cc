import * as vscode from 'vscode';

import type { Localizer } from '../../protocol/localizer';
import type { ActiveEditor } from '../activeEditor';
import type { ReferenceInsertion } from './referenceInsertion';

export interface InsertAtCursorPorts {
  readonly activeEditor: Pick<ActiveEditor, 'editor'>;
  readonly insertion: Pick<ReferenceInsertion, 'into'>;
  readonly l10n: Localizer;
}

/** Names the images where a person wrote last; without a text file their paths go to the clipboard. Says what it cannot do. */
export async function insertAtCursor(
  images: readonly vscode.Uri[],
  { activeEditor, insertion, l10n }: InsertAtCursorPorts,
): Promise<void> {
  const { editor } = activeEditor;
  if (editor !== undefined) {
    if (await insertion.into(editor, images)) return;
    void vscode.window.showWarningMessage(
      l10n.t('The file cannot be edited. Nothing was inserted.'),
    );
    return;
  }
  const paths = images.map((image) => vscode.workspace.asRelativePath(image, false));
  await vscode.env.clipboard.writeText(paths.join('\n'));
  void vscode.window.showInformationMessage(
    l10n.t('No text file is open to insert into, so the path was copied to the clipboard.'),
  );
}

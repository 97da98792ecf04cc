import * as vscode from 'vscode';

import { Disposable } from './disposable';

/** Remembers the text editor that a person worked in last: with the panel in front there is no active one. */
export class ActiveEditor extends Disposable {
  private last = vscode.window.activeTextEditor;

  constructor() {
    super();
    this.register(
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor !== undefined && isFileLike(editor.document.uri)) this.last = editor;
      }),
    );
    this.register(
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (this.last?.document === document) this.last = undefined;
      }),
    );
  }

  /** The last text editor whose document is still open; otherwise one that is visible. */
  get editor(): vscode.TextEditor | undefined {
    return (
      this.last ?? vscode.window.visibleTextEditors.find((each) => isFileLike(each.document.uri))
    );
  }

  /** The workspace folder of the active tab or else of that editor; otherwise the first one. */
  get workspaceFolder(): vscode.Uri | undefined {
    const document = uriOfActiveTab() ?? this.editor?.document.uri;
    const folder =
      document === undefined ? undefined : vscode.workspace.getWorkspaceFolder(document);
    return (folder ?? vscode.workspace.workspaceFolders?.[0])?.uri;
  }
}

/** Output channels and the like are text editors too, but nobody inserts pictures there. */
function isFileLike(uri: vscode.Uri): boolean {
  return uri.scheme !== 'output' && uri.scheme !== 'debug' && uri.scheme !== 'vscode-settings';
}

/** An image in front is a custom editor, not a text editor. */
function uriOfActiveTab(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const hasUri = input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom;
  return hasUri ? input.uri : undefined;
}

import { createHash } from 'node:crypto';
import * as vscode from 'vscode';

/**
 * A folder in the extension's storage for what belongs to the open workspace. Not `context.storageUri`: the editor
 * gives that to one window at a time, so a second window, or one that reloads quickly, would find it empty.
 */
export function workspaceStorage(globalStorage: vscode.Uri): vscode.Uri {
  const { workspaceFile, workspaceFolders } = vscode.workspace;
  const workspace = workspaceFile ?? workspaceFolders?.[0]?.uri;
  const name =
    workspace === undefined
      ? 'no-folder'
      : createHash('sha256').update(workspace.toString()).digest('hex').slice(0, 32);
  return vscode.Uri.joinPath(globalStorage, 'workspaces', name);
}

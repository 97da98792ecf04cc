import { createHash } from 'node:crypto';

import * as vscode from 'vscode';

/** Where in the extension's global storage things lie; what only this machine's processes share are paths. */
export interface StorageFolders {
  /** Records of tasks, of all workspaces. */
  readonly journal: string;
  /** One file per window that is there. */
  readonly windows: string;
  readonly locks: string;
  /** The tickets of tasks that are active or wait. */
  readonly queue: string;
  /** How long tasks of each kind take. */
  readonly paces: string;
  /** What tasks cost, of all workspaces. */
  readonly ledger: string;
  /** Temporary files for folders that are no local ones. */
  readonly parts: vscode.Uri;
  /** Pictures that could not be saved. */
  readonly unsaved: vscode.Uri;
  /** History and draft of one workspace, by its name there. */
  workspace(name: string): vscode.Uri;
}

/** The layout of the extension's global storage. */
export function storageFolders(globalStorage: vscode.Uri): StorageFolders {
  const at = (...path: string[]) => vscode.Uri.joinPath(globalStorage, ...path);
  return {
    journal: at('journal').fsPath,
    windows: at('windows').fsPath,
    locks: at('locks').fsPath,
    queue: at('queue.json').fsPath,
    paces: at('paces.json').fsPath,
    ledger: at('ledger.jsonl').fsPath,
    parts: at('parts'),
    unsaved: at('unsaved'),
    workspace: (name) => at('workspaces', name),
  };
}

/**
 * The name under which what belongs to the open workspace is stored. Not `context.storageUri`: the editor gives that
 * to one window at a time, so a second window, or one that reloads quickly, would find it empty.
 */
export function workspaceName(): string {
  const { workspaceFile, workspaceFolders } = vscode.workspace;
  const workspace = workspaceFile ?? workspaceFolders?.[0]?.uri;
  return workspace === undefined
    ? 'no-folder'
    : createHash('sha256').update(workspace.toString()).digest('hex').slice(0, 32);
}

/** The open workspace as people know it. */
export function workspaceLabel(): string {
  return vscode.workspace.name ?? '';
}

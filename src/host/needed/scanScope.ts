import * as vscode from 'vscode';

import { Disposable } from '../disposable';
import { readSettings, SECTION } from '../settings';

/** Where the index may look. */
export interface ScanScope {
  readonly isTrusted: boolean;
  /** The workspace's folders. */
  readonly folders: readonly vscode.Uri[];
  /** Whether the settings let a folder be looked through in the background. */
  isWanted(folder: vscode.Uri): boolean;
  /** One of these has changed, or what is excluded. */
  readonly onDidChange: vscode.Event<void>;
}

/** The window's own workspace. */
export class WorkspaceScope extends Disposable implements ScanScope {
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;

  constructor() {
    super();
    const tell = () => {
      this.changed.fire();
    };
    this.register(vscode.workspace.onDidGrantWorkspaceTrust(tell));
    this.register(vscode.workspace.onDidChangeWorkspaceFolders(tell));
    this.register(
      vscode.workspace.onDidChangeConfiguration((event) => {
        const ids = [`${SECTION}.scanForNeededImages`, 'files.exclude', 'search.exclude'];
        if (ids.some((id) => event.affectsConfiguration(id))) tell();
      }),
    );
  }

  get isTrusted(): boolean {
    return vscode.workspace.isTrusted;
  }

  get folders(): readonly vscode.Uri[] {
    return (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  }

  isWanted(folder: vscode.Uri): boolean {
    return readSettings(folder).scanForNeededImages;
  }
}

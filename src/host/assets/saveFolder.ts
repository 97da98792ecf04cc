import * as vscode from 'vscode';

import type { Localizer } from '../../protocol/localizer';
import type { ActiveEditor } from '../activeEditor';
import { Disposable } from '../disposable';

/** Where an order's pictures go: the right workspace folder, or a folder that a person chose. */
export interface Place {
  readonly workspaceFolder?: vscode.Uri;
  readonly target?: vscode.Uri;
}

/** Finds the place for new pictures, and asks where no folder is open: once in a window. */
export class SaveFolder extends Disposable {
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;
  private chosenFolder: vscode.Uri | undefined;
  private asking: Promise<vscode.Uri | undefined> | undefined;

  constructor(
    private readonly activeEditor: ActiveEditor,
    private readonly l10n: Localizer,
  ) {
    super();
  }

  /** The folder that a person chose, as long as this window lives. */
  get chosen(): vscode.Uri | undefined {
    return this.chosenFolder;
  }

  /** The place; `undefined` when the person was asked and chose none. */
  async ask(): Promise<Place | undefined> {
    const workspaceFolder = this.activeEditor.workspaceFolder;
    if (workspaceFolder !== undefined) return { workspaceFolder };
    if (this.chosenFolder === undefined) {
      // Two orders at once are answered by one question.
      this.asking ??= this.choose();
      this.chosenFolder = await this.asking;
      this.asking = undefined;
      if (!this.disposed) this.changed.fire();
    }
    return this.chosenFolder === undefined ? undefined : { target: this.chosenFolder };
  }

  private async choose(): Promise<vscode.Uri | undefined> {
    const { l10n } = this;
    const choose = l10n.t('Choose Folder…');
    const answer = await vscode.window.showInformationMessage(
      l10n.t('No folder is open. Where should the pictures be saved?'),
      {
        modal: true,
        detail: l10n.t('The folder is used until this window closes. Nothing was sent yet.'),
      },
      choose,
    );
    if (answer !== choose) return undefined;
    const folders = await vscode.window.showOpenDialog({
      canSelectFolders: true,
      canSelectFiles: false,
      title: l10n.t('Save Pictures In'),
      openLabel: l10n.t('Save Here'),
    });
    return folders?.[0];
  }
}

import * as vscode from 'vscode';

import type { Asset } from '../../core/assets/asset';
import type { AssetIntent, Draft } from '../../protocol/panel';
import { draftFromAsset } from '../commands/drafts';
import { insertAtCursor, type InsertAtCursorPorts } from '../code/insertAtCursor';
import { exists } from './files';
import { moveToTrash } from './trash';
import type { HistoryStore } from '../storage/historyStore';

/** What the actions need. */
export interface AssetActionPorts extends InsertAtCursorPorts {
  readonly history: HistoryStore;
  /** Lays a draft and its reference images into the panel. */
  readonly reuse: (draft: Partial<Draft>, references: readonly vscode.Uri[]) => void;
}

/** What panel and history let people do with a saved picture. */
export class AssetActions {
  constructor(private readonly ports: AssetActionPorts) {}

  async run(intent: AssetIntent): Promise<void> {
    const asset = this.ports.history.find(intent.id);
    if (asset === undefined) return;
    const uri = vscode.Uri.parse(asset.uri);
    switch (intent.type) {
      case 'openAsset':
        if (await this.isThere(uri)) await vscode.commands.executeCommand('vscode.open', uri);
        return;
      case 'revealAsset':
        if (await this.isThere(uri)) await vscode.commands.executeCommand('revealInExplorer', uri);
        return;
      case 'insertAsset':
        if (await this.isThere(uri)) await insertAtCursor([uri], this.ports);
        return;
      case 'copyAssetPath':
        return vscode.env.clipboard.writeText(vscode.workspace.asRelativePath(uri, false));
      case 'makeFiles':
        if (await this.isThere(uri)) {
          await vscode.commands.executeCommand('fluxAssets.makeFiles', uri);
        }
        return;
      case 'copyPrompt':
        return vscode.env.clipboard.writeText(asset.prompt);
      case 'reuseSettings':
        this.ports.reuse(
          draftFromAsset(asset),
          (asset.references ?? []).map((each) => vscode.Uri.parse(each)),
        );
        return;
      case 'showHowMade':
        await vscode.commands.executeCommand('fluxAssets.showHowMade', uri);
        return;
      case 'removeAsset':
        return this.ports.history.remove(asset.id);
      case 'deleteAsset':
        return this.delete(asset, uri);
    }
  }

  private async isThere(uri: vscode.Uri): Promise<boolean> {
    if (await exists(uri)) return true;
    void vscode.window.showWarningMessage(
      this.ports.l10n.t('The file was moved or deleted: {0}', vscode.workspace.asRelativePath(uri)),
    );
    return false;
  }

  /** Asks first; to the trash where there is one, else only after a second question. */
  private async delete(asset: Asset, uri: vscode.Uri): Promise<void> {
    const { l10n, history } = this.ports;
    const name = vscode.workspace.asRelativePath(uri, false);
    if (!(await exists(uri))) return history.remove(asset.id);
    const trash = l10n.t('Move to Trash');
    const asked = await vscode.window.showWarningMessage(
      l10n.t('Delete {0}?', name),
      {
        modal: true,
        detail: l10n.t('The file goes to the trash, where there is one, and leaves the history.'),
      },
      trash,
    );
    if (asked !== trash) return;
    if (!(await moveToTrash(uri)) && !(await this.deletePermanently(uri))) return;
    await history.remove(asset.id);
  }

  private async deletePermanently(uri: vscode.Uri): Promise<boolean> {
    const { l10n } = this.ports;
    const permanently = l10n.t('Delete Permanently');
    const name = vscode.workspace.asRelativePath(uri, false);
    const asked = await vscode.window.showWarningMessage(
      l10n.t('There is no trash here. Delete {0} permanently?', name),
      { modal: true, detail: l10n.t('The file cannot be restored.') },
      permanently,
    );
    if (asked !== permanently) return false;
    await vscode.workspace.fs.delete(uri, { useTrash: false });
    return true;
  }
}

import * as vscode from 'vscode';

import type { Asset } from '../../core/assets/asset';
import { shareRuns } from '../../core/sharedRun';
import { exists } from '../assets/files';
import { Disposable } from '../disposable';
import type { HistoryStore } from '../storage/historyStore';
import type { AssetLocks } from './assetLocks';

/** What noting needs. */
export interface UnnotedPicturesPorts {
  /** Has been loaded. */
  readonly history: Pick<HistoryStore, 'all' | 'update' | 'onDidChange'>;
  readonly locks: Pick<AssetLocks, 'recordAsset'>;
}

/**
 * Notes in this workspace's locks what windows of other workspaces have saved into it: those finish what a crash has
 * left behind, and cannot write locks that are not theirs. Once the workspace is trusted.
 */
export class UnnotedPictures extends Disposable {
  /** Resolves when what was unnoted as it was called is noted as far as it can be now. Never rejects. */
  readonly note = shareRuns(() => this.noteAll());

  constructor(private readonly ports: UnnotedPicturesPorts) {
    super();
    const noteSoon = () => {
      if (vscode.workspace.isTrusted) void this.note();
    };
    this.register(ports.history.onDidChange(noteSoon));
    this.register(vscode.workspace.onDidGrantWorkspaceTrust(noteSoon));
    noteSoon();
  }

  private async noteAll(): Promise<void> {
    for (const asset of this.ports.history.all.filter(({ unnoted }) => unnoted === true)) {
      // A lock that cannot be written tells so itself; the picture is noted another time.
      await this.noteOne(asset).catch(() => undefined);
    }
  }

  private async noteOne(asset: Asset): Promise<void> {
    const noted = { ...asset };
    delete noted.unnoted;
    // One that is gone by now needs no entry.
    if (await exists(vscode.Uri.parse(asset.uri))) await this.ports.locks.recordAsset(noted);
    await this.ports.history.update(noted);
  }
}

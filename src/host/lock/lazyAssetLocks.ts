import * as vscode from 'vscode';

import type { Asset } from '../../core/assets/asset';
import { Disposable } from '../disposable';
import type { AssetLocks, DerivedAsset } from './assetLocks';
import type { LockDesk, LockDeskPorts } from './lockDesk';

/** The workspace's asset locks, whose code is read with the first file that belongs into one. */
export class LazyAssetLocks extends Disposable implements AssetLocks {
  private loading: Promise<LockDesk> | undefined;

  constructor(private readonly ports: LockDeskPorts) {
    super();
  }

  async recordAsset(asset: Asset): Promise<void> {
    await (await this.storeFor(vscode.Uri.parse(asset.uri)))?.recordAsset(asset);
  }

  async recordDerived(derived: DerivedAsset): Promise<void> {
    await (await this.storeFor(derived.file))?.recordDerived(derived);
  }

  async move(from: vscode.Uri, to: vscode.Uri): Promise<void> {
    await (await this.storeFor(from))?.move(from, to);
  }

  async remove(file: vscode.Uri): Promise<void> {
    await (await this.storeFor(file))?.remove(file);
  }

  private async storeFor(file: vscode.Uri): Promise<AssetLocks | undefined> {
    if (vscode.workspace.getWorkspaceFolder(file) === undefined) return undefined;
    return (await this.load()).store;
  }

  private load(): Promise<LockDesk> {
    this.loading ??= import('./lockDesk').then(({ LockDesk: Loaded }) =>
      this.register(new Loaded(this.ports)),
    );
    return this.loading;
  }
}

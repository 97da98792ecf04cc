import * as vscode from 'vscode';

import type { Asset } from '../../core/assets/asset';
import { activeImage } from '../commands/chosenImage';
import { Disposable } from '../disposable';
import type { AssetLocks, DerivedAsset } from './assetLocks';
import type { LockFix } from './lockCode';
import type { LockDesk } from './lockDesk';
import { lockDeskPorts, type EditorPorts } from './lockDeskPorts';

const LOCKS: vscode.DocumentSelector = { pattern: '**/flux-assets.lock.json' };

/** The workspace's asset locks, whose code is read with the first file that belongs into one. */
export class LazyAssetLocks extends Disposable implements AssetLocks {
  private loading: Promise<LockDesk> | undefined;

  /** The ports are asked for when they are needed, for some come after it. */
  constructor(private readonly ports: () => EditorPorts) {
    super();
    const { registerCodeLensProvider, registerCodeActionsProvider } = vscode.languages;
    this.register(
      registerCodeLensProvider(LOCKS, {
        provideCodeLenses: async (document) => (await this.load()).lenses(document),
      }),
    );
    this.register(
      registerCodeActionsProvider(
        LOCKS,
        {
          provideCodeActions: async (document, _range, { diagnostics }) =>
            diagnostics.length === 0 ? [] : (await this.load()).actions(document, diagnostics),
        },
        { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
      ),
    );
    this.register(
      // Not for people: what the quick fixes run.
      vscode.commands.registerCommand('fluxAssets.lock.fix', (file: vscode.Uri, fix: LockFix) =>
        this.load()
          .then((desk) => desk.fix(file, fix))
          .catch((error: unknown) => {
            this.ports().onError(error);
          }),
      ),
    );
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

  /** *Verify Assets*. */
  async verify(): Promise<void> {
    await (await this.load()).verifier.verifyAll();
  }

  /** *Regenerate…*: of one file, of many, or of the image in the active tab. */
  async regenerate(file: unknown, files: unknown): Promise<void> {
    const many: readonly unknown[] = Array.isArray(files) ? files : [file ?? activeImage()];
    await (await this.load()).regenerate(many.filter((each) => each instanceof vscode.Uri));
  }

  private async storeFor(file: vscode.Uri): Promise<AssetLocks | undefined> {
    if (vscode.workspace.getWorkspaceFolder(file) === undefined) return undefined;
    return (await this.load()).store;
  }

  private load(): Promise<LockDesk> {
    this.loading ??= import('./lockDesk').then(({ LockDesk: Loaded }) =>
      this.register(new Loaded(lockDeskPorts(this.ports()))),
    );
    return this.loading;
  }
}

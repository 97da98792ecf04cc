import * as vscode from 'vscode';

import type { Localizer } from '../../protocol/localizer';
import { Disposable } from '../disposable';
import type { ImageIndex } from './imageIndex';
import { NeededTree, type NeededNode } from './neededTree';

/** For the manifest's `when`. */
const HAS_NEEDED = 'fluxAssets.hasNeededImages';

/** The view *Needed Images*, with their number at its container's icon. */
export class NeededView extends Disposable {
  private readonly view: vscode.TreeView<NeededNode>;

  constructor(
    private readonly index: Pick<ImageIndex, 'needed' | 'onDidChange'>,
    private readonly l10n: Localizer,
  ) {
    super();
    this.view = this.register(
      vscode.window.createTreeView('fluxAssets.needed', {
        treeDataProvider: this.register(new NeededTree(index, l10n)),
        showCollapseAll: true,
      }),
    );
    this.register(
      index.onDidChange(() => {
        this.count();
      }),
    );
    this.count();
  }

  private count(): void {
    const { l10n } = this;
    const value = this.index.needed.length;
    const tooltip =
      value === 1 ? l10n.t('1 image is needed') : l10n.t('{0} images are needed', value);
    this.view.badge = value === 0 ? undefined : { value, tooltip };
    void vscode.commands.executeCommand('setContext', HAS_NEEDED, value > 0);
  }
}

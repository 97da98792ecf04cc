import * as vscode from 'vscode';

import type { HistoryIntent, HistoryState } from '../../protocol/history';
import { parseHistoryIntent } from '../../protocol/historyIntent';
import type { Localizer } from '../../protocol/localizer';
import type { AssetActions } from '../assets/assetActions';
import { assetView } from '../assets/assetViews';
import { Disposable } from '../disposable';
import type { HistoryStore } from '../storage/historyStore';
import type { MissingFiles } from '../assets/missingFiles';
import { Page } from './page';

/** What the view needs of the host. */
export interface HistoryViewPorts {
  readonly extensionUri: vscode.Uri;
  readonly history: HistoryStore;
  readonly missingFiles: MissingFiles;
  readonly actions: AssetActions;
  readonly l10n: Localizer;
  /** The view is seen again: what can change unheard is to be looked at. */
  readonly onShown: () => void;
  readonly onError: (error: unknown) => void;
}

/** The view `fluxAssets.history` at the side. */
export class HistoryView extends Disposable implements vscode.WebviewViewProvider {
  constructor(private readonly ports: HistoryViewPorts) {
    super();
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    const { history, missingFiles, actions, l10n } = this.ports;
    const page = new Page<HistoryState, HistoryIntent>({
      webview: view.webview,
      extensionUri: this.ports.extensionUri,
      page: 'history',
      parseIntent: parseHistoryIntent,
      onIntent: async (intent) => {
        switch (intent.type) {
          case 'ready':
            page.update();
            return;
          case 'openPanel':
            await vscode.commands.executeCommand('fluxAssets.openPanel');
            return;
          default:
            await actions.run(intent);
        }
      },
      state: () => ({
        assets: history.all.map((asset) => assetView(asset, view.webview, missingFiles, l10n)),
      }),
      pictures: () => history.all.map((asset) => vscode.Uri.parse(asset.uri)),
      onError: this.ports.onError,
    });
    const owned = [
      page,
      history.onDidChange(() => {
        page.update();
      }),
      missingFiles.onDidChange(() => {
        page.update();
      }),
      view.onDidChangeVisibility(() => {
        if (!view.visible) return;
        page.update();
        this.ports.onShown();
      }),
    ];
    const all = this.register(vscode.Disposable.from(...owned));
    view.onDidDispose(() => {
      all.dispose();
    });
    this.ports.onShown();
  }
}

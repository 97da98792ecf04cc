import * as vscode from 'vscode';

import { AssetSearch } from '../../core/assets/assetSearch';
import type { HistoryIntent, HistoryState } from '../../protocol/history';
import { parseHistoryIntent } from '../../protocol/historyIntent';
import { partLength, partStart } from '../../protocol/historyPart';
import type { Localizer } from '../../protocol/localizer';
import type { AssetActions } from '../assets/assetActions';
import { assetView } from '../assets/assetViews';
import { Disposable } from '../disposable';
import type { HistoryStore } from '../storage/historyStore';
import type { MissingFiles } from '../assets/missingFiles';
import { Page } from './page';
import { prepareSearch } from './prepareSearch';
import { foldersOf } from './resourceRoots';

/** What the view needs of the host. */
export interface HistoryViewPorts {
  readonly extensionUri: vscode.Uri;
  readonly history: Pick<HistoryStore, 'all' | 'load' | 'onDidChange'>;
  readonly missingFiles: Pick<MissingFiles, 'has' | 'onDidChange'>;
  readonly actions: Pick<AssetActions, 'run'>;
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
    const search = new AssetSearch();
    // Kept while the view is hidden and its page is gone.
    let shown = { query: '', start: 0 };
    const page = new Page<HistoryState, HistoryIntent>({
      webview: view.webview,
      extensionUri: this.ports.extensionUri,
      page: 'history',
      parseIntent: parseHistoryIntent,
      onIntent: async (intent) => {
        switch (intent.type) {
          case 'ready':
            page.update();
            await history.load();
            await prepareSearch(search, history.all);
            return;
          case 'show':
            shown = intent;
            page.send();
            return;
          case 'openPanel':
            await vscode.commands.executeCommand('fluxAssets.openPanel');
            return;
          default:
            await actions.run(intent);
        }
      },
      state: () => {
        const { all } = history;
        const found = search.find(all, shown.query);
        const start = partStart(shown.start, found.length);
        return {
          total: all.length,
          query: shown.query,
          found: found.length,
          start,
          assets: found
            .slice(start, start + partLength(found.length))
            .map((asset) => assetView(asset, view.webview, missingFiles, l10n)),
        };
      },
      folders: () => foldersOf(history.all),
      onError: this.ports.onError,
    });
    const updateIfSeen = () => {
      if (view.visible) page.update();
    };
    const owned = [
      page,
      history.onDidChange(updateIfSeen),
      missingFiles.onDidChange(updateIfSeen),
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

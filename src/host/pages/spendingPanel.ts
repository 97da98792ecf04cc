import * as vscode from 'vscode';

import { messageOf } from '../../core/api/failure';
import type { Clock } from '../../core/clock';
import { spendingAccounts } from '../../core/money/spendingAccounts';
import type { Localizer } from '../../protocol/localizer';
import type { SpendingIntent, SpendingState } from '../../protocol/spending';
import { parseSpendingIntent } from '../../protocol/spendingIntent';
import type { Dialogs } from '../dialogs';
import { Disposable } from '../disposable';
import type { LedgerStore } from '../storage/ledgerStore';
import { Page } from './page';
import { exportLedger } from './ledgerExport';
import { panelIcon } from './panelIcon';

/** What the spending page needs of the host. */
export interface SpendingPanelPorts {
  readonly extensionUri: vscode.Uri;
  readonly ledger: Pick<LedgerStore, 'all' | 'sync' | 'onDidChange'>;
  readonly clock: Clock;
  readonly dialogs: Dialogs;
  readonly l10n: Localizer;
  readonly onError: (error: unknown) => void;
}

/** The spending page, while it is open. */
export class SpendingPanel extends Disposable {
  private readonly panel: vscode.WebviewPanel;
  private readonly page: Page<SpendingState, SpendingIntent>;
  private unreadable: string | undefined;

  constructor(private readonly ports: SpendingPanelPorts) {
    super();
    const title = ports.l10n.t('Spending');
    const column = vscode.ViewColumn.Active;
    this.panel = vscode.window.createWebviewPanel('fluxAssets.spending', title, column, {});
    this.panel.iconPath = panelIcon(ports.extensionUri);
    this.page = this.register(
      new Page<SpendingState, SpendingIntent>({
        webview: this.panel.webview,
        extensionUri: ports.extensionUri,
        page: 'spending',
        parseIntent: parseSpendingIntent,
        onIntent: async (intent) => {
          switch (intent.type) {
            case 'ready':
            case 'refresh':
              await this.refresh();
              return;
            case 'openPanel':
              await vscode.commands.executeCommand('fluxAssets.openPanel');
              return;
            case 'exportCsv':
              await exportLedger(await ports.ledger.sync(), ports);
          }
        },
        state: () => this.state(),
        onError: ports.onError,
      }),
    );
    this.register(
      ports.ledger.onDidChange(() => {
        if (this.panel.visible) this.page.update();
      }),
    );
    this.register(
      this.panel.onDidChangeViewState(() => {
        this.refreshIfSeen();
      }),
    );
    // Nothing tells of another window's lines, nor of midnight.
    this.register(
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) this.refreshIfSeen();
      }),
    );
    this.register(
      this.panel.onDidDispose(() => {
        this.dispose();
      }),
    );
  }

  get onDidDispose(): vscode.Event<void> {
    return this.panel.onDidDispose;
  }

  reveal(): void {
    this.panel.reveal();
  }

  override dispose(): void {
    if (this.disposed) return;
    super.dispose();
    this.panel.dispose();
  }

  private refreshIfSeen(): void {
    if (this.panel.visible) this.refresh().catch(this.ports.onError);
  }

  private async refresh(): Promise<void> {
    try {
      await this.ports.ledger.sync();
      this.unreadable = undefined;
    } catch (error) {
      this.unreadable = messageOf(error);
    }
    this.page.update();
  }

  private state(): SpendingState {
    if (this.unreadable !== undefined) return { kind: 'unreadable', reason: this.unreadable };
    const { ledger, clock } = this.ports;
    return {
      kind: 'spent',
      accounts: spendingAccounts(ledger.all, clock.now()),
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    };
  }
}

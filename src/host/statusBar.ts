import * as vscode from 'vscode';

import type { Localizer } from '../protocol/localizer';
import { Disposable } from './disposable';
import { providerLabel } from './providerLabels';
import type { LedgerStore } from './storage/ledgerStore';
import { readSettings, SECTION } from './settings';
import { SpentToday } from './money/spentToday';
import type { TaskList } from './tasks/taskList';

/** What the item in the status bar says: running tasks and today's spending; a click shows them and leads on. */
export class StatusBar extends Disposable {
  private readonly spentToday: SpentToday;
  /** Running tasks that the item tells of. */
  private shown: number | undefined;

  constructor(
    private readonly item: vscode.StatusBarItem,
    private readonly tasks: TaskList,
    ledger: Pick<LedgerStore, 'all' | 'onDidChange'>,
    private readonly scope: () => vscode.Uri | undefined,
    private readonly l10n: Localizer,
  ) {
    super();
    this.spentToday = new SpentToday(ledger);
    this.register(
      tasks.onDidChange(() => {
        // Of many tasks at once each goes through many states, and the workbench hears of each update.
        if (tasks.running.length !== this.shown) this.update();
      }),
    );
    this.register(
      ledger.onDidChange(() => {
        this.update();
      }),
    );
    this.register(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(SECTION)) this.update();
      }),
    );
    this.update();
  }

  private update(): void {
    const { l10n } = this;
    const running = this.tasks.running.length;
    const before = this.shown;
    this.shown = running;
    const settings = readSettings(this.scope());
    const spent = this.spentToday.words(settings);
    const text = running === 0 ? '$(sparkle) Flux' : `$(loading~spin) Flux ${String(running)}`;
    this.item.text = spent === undefined ? text : `${text} · ${spent}`;
    const tasks =
      running === 0
        ? l10n.t('Flux Assets: no running tasks')
        : l10n.t('Flux Assets: running tasks: {0}', running);
    const label = spent === undefined ? tasks : l10n.t('{0}, spent today: {1}', tasks, spent);
    this.item.accessibilityInformation = { label, role: 'button' };
    const tooltip = new vscode.MarkdownString(undefined, true);
    tooltip.isTrusted = {
      enabledCommands: [
        'fluxAssets.selectProvider',
        'fluxAssets.selectModel',
        'fluxAssets.openPanel',
        'fluxAssets.showSpending',
      ],
    };
    tooltip.appendMarkdown(
      [
        running === 0 ? l10n.t('No running tasks') : l10n.t('Running tasks: {0}', running),
        ...(spent === undefined
          ? []
          : [`[${l10n.t('Spent today: {0}', spent)}](command:fluxAssets.showSpending)`]),
        `[${providerLabel(settings.provider, l10n)}](command:fluxAssets.selectProvider)`,
        `[${settings.defaultModel.replace(/[^\w./-]/g, '')}](command:fluxAssets.selectModel)`,
        `[${l10n.t('Open Image Generator')}](command:fluxAssets.openPanel)`,
      ].join('\n\n'),
    );
    this.item.tooltip = tooltip;
    const hasRunning = running > 0;
    if (before !== undefined && before > 0 === hasRunning) return;
    void vscode.commands.executeCommand('setContext', 'fluxAssets.hasRunningTasks', hasRunning);
  }
}

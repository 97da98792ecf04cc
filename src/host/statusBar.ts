import * as vscode from 'vscode';

import type { Localizer } from '../protocol/localizer';
import { Disposable } from './disposable';
import { providerLabel } from './providerLabels';
import { readSettings, SECTION } from './settings';
import type { TaskList } from './taskList';

/** The item in the status bar: running tasks; a click shows them and leads to provider and model. */
export class StatusBar extends Disposable {
  private readonly item = this.register(
    vscode.window.createStatusBarItem('fluxAssets.status', vscode.StatusBarAlignment.Right, 90),
  );

  constructor(
    private readonly tasks: TaskList,
    private readonly scope: () => vscode.Uri | undefined,
    private readonly l10n: Localizer,
  ) {
    super();
    this.item.name = 'Flux Assets';
    this.item.command = 'fluxAssets.showTasks';
    this.register(
      tasks.onDidChange(() => {
        this.update();
      }),
    );
    this.register(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(SECTION)) this.update();
      }),
    );
    this.update();
    this.item.show();
  }

  private update(): void {
    const { l10n } = this;
    const running = this.tasks.running.length;
    const settings = readSettings(this.scope());
    this.item.text = running === 0 ? '$(sparkle) Flux' : `$(loading~spin) Flux ${String(running)}`;
    this.item.accessibilityInformation = {
      label:
        running === 0
          ? l10n.t('Flux Assets: no running tasks')
          : l10n.t('Flux Assets: running tasks: {0}', running),
      role: 'button',
    };
    const tooltip = new vscode.MarkdownString(undefined, true);
    tooltip.isTrusted = {
      enabledCommands: [
        'fluxAssets.selectProvider',
        'fluxAssets.selectModel',
        'fluxAssets.openPanel',
      ],
    };
    tooltip.appendMarkdown(
      [
        running === 0 ? l10n.t('No running tasks') : l10n.t('Running tasks: {0}', running),
        `[${providerLabel(settings.provider, l10n)}](command:fluxAssets.selectProvider)`,
        `[${settings.defaultModel.replace(/[^\w./-]/g, '')}](command:fluxAssets.selectModel)`,
        `[${l10n.t('Open Image Generator')}](command:fluxAssets.openPanel)`,
      ].join('\n\n'),
    );
    this.item.tooltip = tooltip;
    void vscode.commands.executeCommand('setContext', 'fluxAssets.hasRunningTasks', running > 0);
  }
}

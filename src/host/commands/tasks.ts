import * as vscode from 'vscode';

import type { Charge } from '../../core/money/charge';
import { moneyOf } from '../../core/money/providerMoney';
import type { Task } from '../../core/tasks/task';
import { amountWords, chargeWords } from '../../protocol/chargeWords';
import type { Localizer } from '../../protocol/localizer';
import { waitingWords } from '../../protocol/remedyWords';
import type { Balance } from '../money/balance';
import { isFailed } from '../tasks/failedTask';
import type { LedgerStore } from '../storage/ledgerStore';
import { statusWords } from '../pages/panelState';
import { readSettings } from '../settings';
import { SpentToday } from '../money/spentToday';
import type { TaskList } from '../tasks/taskList';

/** *Cancel*: the given task, the only one, or one that a person picks. */
export async function cancelTask(tasks: TaskList, l10n: Localizer, id: unknown): Promise<void> {
  if (typeof id === 'string') {
    tasks.cancel(id);
    return;
  }
  const running = tasks.running.filter(isHere);
  const [first, ...others] = running;
  if (first === undefined) {
    void vscode.window.showInformationMessage(l10n.t('No task is running.'));
    return;
  }
  const picked = others.length === 0 ? { id: first.id } : await pickTask(running, l10n);
  if (picked !== undefined) tasks.cancel(picked.id);
}

async function pickTask(running: readonly Task[], l10n: Localizer) {
  const items = running.map((task) => taskItem(task, l10n));
  return vscode.window.showQuickPick(items, {
    title: l10n.t('Cancel a Running Task'),
    ignoreFocusOut: true,
  });
}

/** What *Show Running Tasks* needs. */
export interface ShowTasksPorts {
  readonly tasks: TaskList;
  readonly ledger: LedgerStore;
  readonly balance: Pick<Balance, 'get'>;
  readonly l10n: Localizer;
}

/**
 * *Show Running Tasks*: each with its state and a button to cancel it, those that wait for a decision (which is made on
 * the panel), and the ways on from the status bar.
 */
export function showTasks({ tasks, ledger, balance, l10n }: ShowTasksPorts): void {
  const pick = vscode.window.createQuickPick<
    vscode.QuickPickItem & { command?: string; id?: string }
  >();
  const cancel = { iconPath: new vscode.ThemeIcon('close'), tooltip: l10n.t('Cancel') };
  let funds: Charge | undefined;
  const fill = () => {
    const running = tasks.running.map((task) => ({
      ...taskItem(task, l10n),
      buttons: isHere(task) ? [cancel] : [],
    }));
    pick.placeholder =
      running.length === 0
        ? l10n.t('No task is running.')
        : l10n.t('Running tasks: {0}', running.length);
    const active = pick.activeItems[0]?.id;
    pick.items = [
      ...running,
      ...waitingItems(tasks.all, l10n),
      ...moneyItems(ledger, funds, l10n),
      { label: '', kind: vscode.QuickPickItemKind.Separator },
      { label: `$(sparkle) ${l10n.t('Open Image Generator')}`, command: 'fluxAssets.openPanel' },
      { label: `$(server) ${l10n.t('Select Provider')}`, command: 'fluxAssets.selectProvider' },
      { label: `$(symbol-misc) ${l10n.t('Select Model')}`, command: 'fluxAssets.selectModel' },
    ];
    // New items would put the selection back to the first row with every poll.
    const same = pick.items.filter((item) => item.id !== undefined && item.id === active);
    if (same.length > 0) pick.activeItems = same;
  };
  fill();
  let isOpen = true;
  const refill = () => {
    if (isOpen) fill();
  };
  ledger.sync().then(refill, () => undefined);
  void balance.get().then((charge) => {
    funds = charge;
    refill();
  });
  pick.title = 'Flux Assets';
  // A page that takes the focus back late, after the palette has closed, must not close it.
  pick.ignoreFocusOut = true;
  const changes = tasks.onDidChange(fill);
  pick.onDidTriggerItemButton(({ item }) => {
    if (item.id !== undefined) tasks.cancel(item.id);
  });
  pick.onDidAccept(() => {
    const command = pick.selectedItems[0]?.command ?? 'fluxAssets.openPanel';
    pick.hide();
    void vscode.commands.executeCommand(command);
  });
  pick.onDidHide(() => {
    isOpen = false;
    changes.dispose();
    pick.dispose();
  });
  pick.show();
}

/** What was spent today and against which limits, and what is left at the provider, where either is known. */
function moneyItems(ledger: LedgerStore, funds: Charge | undefined, l10n: Localizer) {
  const settings = readSettings();
  const spent = new SpentToday(ledger).words(settings);
  const { currency } = moneyOf(settings.provider, settings);
  const limits = [
    [settings.budget.perDay, l10n.t('a day')] as const,
    [settings.budget.perWorkspace, l10n.t('a workspace')] as const,
  ].flatMap(([amount, per]) =>
    amount === undefined ? [] : [l10n.t('{0} {1}', amountWords({ amount, currency }), per)],
  );
  const description = limits.length === 0 ? '' : l10n.t('Budget: {0}', limits.join(', '));
  return [
    { label: l10n.t('Money'), kind: vscode.QuickPickItemKind.Separator },
    {
      label: `$(graph) ${spent === undefined ? l10n.t('Nothing spent today') : l10n.t('Spent today: {0}', spent)}`,
      description,
      command: 'fluxAssets.showSpending',
    },
    ...(funds === undefined
      ? []
      : [
          {
            label: `$(credit-card) ${l10n.t('Balance: {0}', chargeWords(funds, l10n))}`,
            command: 'fluxAssets.showSpending',
          },
        ]),
  ];
}

/** Failed tasks that something can still be done about. */
function waitingItems(tasks: readonly Task[], l10n: Localizer): readonly vscode.QuickPickItem[] {
  const items = tasks.filter(isFailed).flatMap((task) => {
    const words = waitingWords(task.state, l10n);
    if (words === undefined) return [];
    return [{ id: task.id, label: task.prompt, description: `${task.model} · ${words}` }];
  });
  if (items.length === 0) return [];
  const kind = vscode.QuickPickItemKind.Separator;
  return [{ label: l10n.t('Waiting for a decision'), kind }, ...items];
}

/** Whether this window can stop waiting for it. */
function isHere({ state }: Task): boolean {
  return state.phase !== 'elsewhere';
}

function taskItem(task: Task, l10n: Localizer) {
  return {
    id: task.id,
    label: task.prompt,
    description: `${task.model} · ${statusWords(task, l10n)}`,
  };
}

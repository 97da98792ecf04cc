import * as vscode from 'vscode';

import type { Localizer } from '../../protocol/localizer';
import { fileLabel, orderLine, totalLine } from './neededLabels';
import type { NeededOrder } from './neededOrder';

interface OrderItem extends vscode.QuickPickItem {
  readonly order: NeededOrder;
}

/**
 * A quick pick of all orders, all ticked at first: the title says what the ticked ones cost together, a button
 * edits a prompt, Enter orders them.
 */
export async function pickOrders(
  orders: readonly NeededOrder[],
  l10n: Localizer,
): Promise<readonly NeededOrder[] | undefined> {
  const pick = vscode.window.createQuickPick<OrderItem>();
  const edit = { iconPath: new vscode.ThemeIcon('edit'), tooltip: l10n.t('Edit Prompt') };
  // An input box takes the place of the pick, which must not count as giving up.
  let isEditing = false;
  const show = (shown: readonly NeededOrder[], isTicked: (order: NeededOrder) => boolean) => {
    const items = shown.map((order) => orderItem(order, edit, l10n));
    pick.items = items;
    pick.selectedItems = items.filter(({ order }) => isTicked(order));
    pick.title = totalLine(ordersOf(pick.selectedItems), l10n);
  };
  const editPrompt = async (order: NeededOrder): Promise<void> => {
    const ticked = new Set(ordersOf(pick.selectedItems));
    isEditing = true;
    const prompt = await askPromptOf(order, l10n);
    isEditing = false;
    const changed = prompt === undefined ? order : { ...order, prompt };
    show(
      pick.items.map((item) => (item.order === order ? changed : item.order)),
      // Who writes a prompt wants the picture.
      (one) => ticked.has(one) || (one === changed && prompt !== undefined),
    );
    pick.show();
  };
  pick.canSelectMany = true;
  pick.ignoreFocusOut = true;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.placeholder = l10n.t('Enter generates the ticked images. The pencil changes a prompt.');
  show(orders, () => true);
  try {
    return await new Promise((resolve) => {
      pick.onDidChangeSelection((selected) => {
        pick.title = totalLine(ordersOf(selected), l10n);
      });
      pick.onDidTriggerItemButton(({ item }) => void editPrompt(item.order));
      pick.onDidAccept(() => {
        const chosen = ordersOf(pick.selectedItems);
        if (chosen.length > 0) resolve(chosen);
      });
      pick.onDidHide(() => {
        if (!isEditing) resolve(undefined);
      });
      pick.show();
    });
  } finally {
    pick.dispose();
  }
}

function ordersOf(items: readonly OrderItem[]): readonly NeededOrder[] {
  return items.map(({ order }) => order);
}

function orderItem(order: NeededOrder, edit: vscode.QuickInputButton, l10n: Localizer): OrderItem {
  return {
    order,
    label: fileLabel(order.image.file),
    description: orderLine(order, l10n),
    detail: order.prompt,
    buttons: [edit],
  };
}

function askPromptOf(order: NeededOrder, l10n: Localizer): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: fileLabel(order.image.file),
    prompt: l10n.t('What should the picture show?'),
    value: order.prompt,
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? l10n.t('Enter a prompt.') : undefined),
  });
}

import * as vscode from 'vscode';

import type { ImageDraft } from '../../core/code/imageDraft';
import type { Localizer } from '../../protocol/localizer';
import { showCancelable } from '../cancellation';
import { orderLine, totalWords, type CodeOrder } from './codeOrder';

/** What is asked and shown about drafts from code: an argument, for no test in the host can type into the editor's own. */
export interface DraftDialogs {
  /** An input box with the draft's prompt and what it would cost; the prompt that was entered. */
  askPrompt(order: CodeOrder): Promise<string | undefined>;
  /** All orders with their prompts and what those that are ticked cost together; the ticked ones. */
  pickOrders<D extends ImageDraft>(
    orders: readonly CodeOrder<D>[],
  ): Promise<readonly CodeOrder<D>[] | undefined>;
  /** Shows that pictures are being made, until the work ends; the person may cancel it. */
  showProgress<T>(title: string, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
}

/** The editor's own input box, quick pick and notification. */
export function editorDraftDialogs(l10n: Localizer): DraftDialogs {
  return {
    askPrompt: (order) => askPrompt(order, l10n),
    pickOrders: (orders) => pickOrders(orders, l10n),
    showProgress: showCancelable,
  };
}

async function askPrompt(order: CodeOrder, l10n: Localizer) {
  return vscode.window.showInputBox({
    title: `${l10n.t('Generate Image and Insert')} · ${orderLine(order, l10n)}`,
    prompt: l10n.t('What should the picture show? Enter generates it.'),
    placeHolder: l10n.t('A lighthouse at dusk, flat illustration, warm colors'),
    value: order.draft.prompt,
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? l10n.t('Enter a prompt.') : undefined),
  });
}

async function pickOrders<D extends ImageDraft>(
  orders: readonly CodeOrder<D>[],
  l10n: Localizer,
): Promise<readonly CodeOrder<D>[] | undefined> {
  const pick = vscode.window.createQuickPick<vscode.QuickPickItem & { order: CodeOrder<D> }>();
  const items = orders.map((order) => ({
    order,
    label: order.draft.prompt,
    description: orderLine(order, l10n),
  }));
  const show = () => {
    const ticked = pick.selectedItems.map(({ order }) => order);
    const total = totalWords(ticked, l10n);
    pick.title =
      ticked.length === 1
        ? l10n.t('Generate 1 image · {0}', total)
        : l10n.t('Generate {0} images · {1}', ticked.length, total);
  };
  pick.canSelectMany = true;
  pick.ignoreFocusOut = true;
  pick.matchOnDescription = true;
  pick.placeholder = l10n.t('Enter generates the ticked images.');
  pick.items = items;
  pick.selectedItems = items;
  show();
  try {
    return await new Promise((resolve) => {
      pick.onDidChangeSelection(show);
      pick.onDidAccept(() => {
        const ticked = pick.selectedItems.map(({ order }) => order);
        if (ticked.length > 0) resolve(ticked);
      });
      pick.onDidHide(() => {
        resolve(undefined);
      });
      pick.show();
    });
  } finally {
    pick.dispose();
  }
}

import * as vscode from 'vscode';

import type { Localizer } from '../../protocol/localizer';
import { showCancelable } from '../cancellation';
import { pickOrders } from './pickOrders';
import type { NeededOrder } from './neededOrder';
import { fileLabel, orderLine } from './neededLabels';

/** What is asked and told about needed images: an argument, for no test in the host can type into the editor's own. */
export interface NeededDialogs {
  /** Shows what an order would be and lets its prompt be edited; `chooseModel` where the person wants another model. */
  askPrompt(order: NeededOrder): Promise<PromptAnswer | undefined>;
  /** Shows all orders with their total; those that the person ticked, with the prompts that they have now. */
  pickOrders(orders: readonly NeededOrder[]): Promise<readonly NeededOrder[] | undefined>;
  /** Shows that images are being made, until the work ends; the person may cancel it. `onMade` counts. */
  showProgress<T>(
    orders: readonly NeededOrder[],
    work: (signal: AbortSignal, onMade: () => void) => Promise<T>,
  ): Promise<T>;
}

/** The prompt that was entered, and what is to happen with it. */
export interface PromptAnswer {
  readonly prompt: string;
  readonly next: 'order' | 'chooseModel';
}

/** The editor's own input boxes, quick picks and notifications. */
export function editorNeededDialogs(l10n: Localizer): NeededDialogs {
  return {
    askPrompt: (order) => askPrompt(order, l10n),
    pickOrders: (orders) => pickOrders(orders, l10n),
    showProgress: (orders, work) => showProgress(orders, work, l10n),
  };
}

/** An input box with the draft; Enter orders it. */
async function askPrompt(order: NeededOrder, l10n: Localizer): Promise<PromptAnswer | undefined> {
  const box = vscode.window.createInputBox();
  const model = {
    iconPath: new vscode.ThemeIcon('symbol-misc'),
    tooltip: l10n.t('Select Model'),
  };
  box.title = l10n.t('Generate {0} · {1}', fileLabel(order.image.file), orderLine(order, l10n));
  box.prompt = promptHint(order, l10n);
  box.placeholder = l10n.t('What should the picture show?');
  box.value = order.prompt;
  box.valueSelection = [order.prompt.length, order.prompt.length];
  box.ignoreFocusOut = true;
  box.buttons = [model];
  try {
    return await new Promise((resolve) => {
      box.onDidChangeValue(() => {
        box.validationMessage = '';
      });
      box.onDidAccept(() => {
        const prompt = box.value.trim();
        if (prompt === '') box.validationMessage = l10n.t('Enter a prompt.');
        else resolve({ prompt, next: 'order' });
      });
      box.onDidTriggerButton(() => {
        resolve({ prompt: box.value, next: 'chooseModel' });
      });
      box.onDidHide(() => {
        resolve(undefined);
      });
      box.show();
    });
  } finally {
    box.dispose();
  }
}

/** What happens beyond the picture itself is said before it is paid. */
function promptHint({ image }: NeededOrder, l10n: Localizer): string {
  const { file, wanted, references } = image;
  const name = fileLabel(file);
  if (wanted.path !== file.path) {
    const extension = wanted.path.slice(wanted.path.lastIndexOf('.') + 1).toUpperCase();
    return l10n.t(
      'Models cannot draw {0} files: {1} is made, and the code is changed to name it.',
      extension,
      name,
    );
  }
  return references.some(({ reference }) => reference.isPlaceholder)
    ? l10n.t('The code is changed to name {0} in place of the placeholder.', name)
    : l10n.t('What should the picture show?');
}

async function showProgress<T>(
  orders: readonly NeededOrder[],
  work: (signal: AbortSignal, onMade: () => void) => Promise<T>,
  l10n: Localizer,
): Promise<T> {
  const [first, ...others] = orders;
  const title =
    first !== undefined && others.length === 0
      ? l10n.t('Generating {0} with {1}', fileLabel(first.image.file), first.model.label)
      : l10n.t('Generating {0} images', orders.length);
  return showCancelable(title, (signal, progress) => {
    let made = 0;
    return work(signal, () => {
      made += 1;
      const message = l10n.t('{0} of {1}', made, orders.length);
      if (orders.length > 1) progress.report({ message, increment: 100 / orders.length });
    });
  });
}

import * as vscode from 'vscode';

import { ActiveEditor } from '../../../src/host/activeEditor';
import { generateAndInsert } from '../../../src/host/fromCode/generateAndInsert';
import type { GenerationOrder } from '../../../src/host/tasks/order';
import { withSetting } from './flux';
import type { openWindow } from './window';

/** How *Generate Image and Insert…* is used in a test. */
interface InsertFirst {
  readonly window: ReturnType<typeof openWindow>;
  /** Where the picture goes. */
  readonly target: vscode.Uri;
  readonly prompt: string;
  readonly signal?: AbortSignal;
  /** What the order is before it goes out. */
  readonly change?: (order: GenerationOrder) => GenerationOrder;
}

/** Runs *Generate Image and Insert…* in the editor that is shown, with placeholders first. */
export async function insertFirst(given: InsertFirst): Promise<void> {
  const { window, target, prompt, signal = new AbortController().signal } = given;
  const { insertion, temporary, generation, tasks } = window;
  const change = given.change ?? ((order) => order);
  const activeEditor = new ActiveEditor();
  const ports = {
    activeEditor,
    dialogs: {
      askPrompt: () => Promise.resolve(prompt),
      showProgress: <T>(_title: string, work: (signal: AbortSignal) => Promise<T>) => work(signal),
    },
    l10n: vscode.l10n,
    run: (order: GenerationOrder, given: AbortSignal) => generation.run(change(order), given),
    insertAt: (
      document: vscode.TextDocument,
      range: vscode.Range,
      { uri }: { readonly uri: string },
    ) => insertion.at(document, range, [vscode.Uri.parse(uri)]),
    temporary,
    saveFolder: { ask: () => Promise.resolve({ target }) },
    keys: { isReady: () => true, get: () => Promise.resolve(undefined) },
    tasks,
    actions: { run: () => Promise.resolve() },
    remedies: {},
    openPanel: () => undefined,
  };
  try {
    await withSetting('placeholderFirst', true, () =>
      generateAndInsert(ports as unknown as Parameters<typeof generateAndInsert>[0]),
    );
  } finally {
    activeEditor.dispose();
  }
}

import * as vscode from 'vscode';

import { showCancelable } from '../cancellation';
import { editorDialogs, type Dialogs } from '../dialogs';

/** Something to choose, and what it stands for. */
export interface Choice<T> extends vscode.QuickPickItem {
  readonly value: T;
}

/** What a list of choices is about. */
export interface ListWords {
  readonly title: string;
  readonly placeHolder: string;
}

/** What is asked and told while files are made: an argument, for no test can press a dialog's button. */
export interface FileDialogs extends Pick<Dialogs, 'tell'> {
  pick<T>(words: ListWords, choices: readonly Choice<T>[]): Promise<T | undefined>;
  /** Those that are ticked. */
  pickMany<T>(words: ListWords, choices: readonly Choice<T>[]): Promise<readonly T[] | undefined>;
  ask(options: vscode.InputBoxOptions): Promise<string | undefined>;
  /** Shows how far it is, with a button that aborts the signal. */
  showCancelable<T>(
    title: string,
    work: (signal: AbortSignal, onStep: (done: number, all: number) => void) => Promise<T>,
  ): Promise<T>;
}

/** The editor's own. */
export const editorFileDialogs: FileDialogs = {
  tell: async (...words) => editorDialogs.tell(...words),
  pick: async (words, choices) =>
    (await vscode.window.showQuickPick(choices, { ...words, matchOnDetail: true }))?.value,
  pickMany: async (words, choices) =>
    (
      await vscode.window.showQuickPick(choices, {
        ...words,
        canPickMany: true,
        ignoreFocusOut: true,
      })
    )?.map(({ value }) => value),
  ask: async (options) => vscode.window.showInputBox({ ignoreFocusOut: true, ...options }),
  showCancelable: (title, work) =>
    showCancelable(title, (signal, progress) =>
      work(signal, (done, all) => {
        progress.report({ message: `${done} / ${all}`, increment: 100 / all });
      }),
    ),
};

import * as vscode from 'vscode';

/** What is asked and told beyond a page: an argument, for no test can press a dialog's button. */
export interface Dialogs {
  /** Asks in a modal dialog; true where the person pressed `yes`. */
  confirm(question: string, detail: string, yes: string): Promise<boolean>;
  /** Tells in a notification; the button that was pressed, if any. */
  tell(
    kind: 'info' | 'error',
    message: string,
    ...buttons: readonly string[]
  ): Promise<string | undefined>;
  /** Shows in a notification that something goes on, until it has ended. */
  showProgress<T>(title: string, work: () => Promise<T>): Promise<T>;
  /** Lets the person choose a file to write; the dialog itself asks about one that is there. */
  askTarget(options: vscode.SaveDialogOptions): Promise<vscode.Uri | undefined>;
}

/** The editor's own dialogs and notifications. */
export const editorDialogs: Dialogs = {
  confirm: async (question, detail, yes) =>
    (await vscode.window.showWarningMessage(question, { modal: true, detail }, yes)) === yes,
  tell: async (kind, message, ...buttons) => {
    const { showInformationMessage, showErrorMessage } = vscode.window;
    return (kind === 'info' ? showInformationMessage : showErrorMessage)(message, ...buttons);
  },
  showProgress: async (title, work) =>
    vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title }, work),
  askTarget: async (options) => vscode.window.showSaveDialog(options),
};

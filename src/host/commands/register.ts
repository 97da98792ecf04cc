import * as vscode from 'vscode';

/** The commands of product.md, by their ids. */
export type CommandId =
  | 'fluxAssets.openPanel'
  | 'fluxAssets.generate'
  | 'fluxAssets.generateFromSelection'
  | 'fluxAssets.editImage'
  | 'fluxAssets.setApiKey'
  | 'fluxAssets.removeApiKey'
  | 'fluxAssets.selectProvider'
  | 'fluxAssets.selectModel'
  | 'fluxAssets.cancelTask'
  | 'fluxAssets.showTasks'
  | 'fluxAssets.showSpending'
  | 'fluxAssets.showLog';

export type CommandHandlers = Readonly<
  Record<CommandId, (...args: readonly unknown[]) => Promise<void> | void>
>;

/** Registers every command; what a handler throws is told, not lost. */
export function registerCommands(
  handlers: CommandHandlers,
  onError: (error: unknown) => void,
): vscode.Disposable {
  const registrations = Object.entries(handlers).map(([id, handler]) =>
    vscode.commands.registerCommand(id, async (...args: readonly unknown[]) => {
      try {
        await handler(...args);
      } catch (error) {
        onError(error);
      }
    }),
  );
  return vscode.Disposable.from(...registrations);
}

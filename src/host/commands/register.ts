import * as vscode from 'vscode';

/** The commands, by their ids. */
export const commandIds = [
  'fluxAssets.openPanel',
  'fluxAssets.generate',
  'fluxAssets.generateFromSelection',
  'fluxAssets.generateAndInsert',
  'fluxAssets.editImage',
  'fluxAssets.insertImage',
  'fluxAssets.makeFiles',
  'fluxAssets.showHowMade',
  'fluxAssets.reuseSettings',
  'fluxAssets.copyPrompt',
  'fluxAssets.setApiKey',
  'fluxAssets.removeApiKey',
  'fluxAssets.selectProvider',
  'fluxAssets.selectModel',
  'fluxAssets.cancelTask',
  'fluxAssets.showTasks',
  'fluxAssets.showSpending',
  'fluxAssets.generateNeeded',
  'fluxAssets.generateAllNeeded',
  'fluxAssets.scanNeeded',
  'fluxAssets.showUnused',
  'fluxAssets.findMoved',
  'fluxAssets.showLog',
  'fluxAssets.verifyAssets',
  'fluxAssets.regenerate',
] as const;

export type CommandId = (typeof commandIds)[number];

export type CommandHandlers = Readonly<
  Record<CommandId, (...args: readonly unknown[]) => Promise<void> | void>
>;

/** Registers every command with the editor. */
export function registerCommands(
  run: (id: CommandId, args: readonly unknown[]) => Promise<void>,
): vscode.Disposable {
  const registrations = commandIds.map((id) =>
    vscode.commands.registerCommand(id, (...args: readonly unknown[]) => run(id, args)),
  );
  return vscode.Disposable.from(...registrations);
}

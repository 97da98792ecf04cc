import * as vscode from 'vscode';

import type { FluxAssetsApi } from './host/api';
import { ImageDrops, registerImageDrops } from './host/code/imageDrops';
import { registerCommands } from './host/commands/register';
import { LazyWorkbench } from './host/lazyWorkbench';

const closing: { run?: () => Promise<void> } = {};

/** Lets a request that is under way be answered and noted; the editor waits for that some seconds. */
export async function deactivate(): Promise<void> {
  await closing.run?.();
}

/**
 * Registers everything with the editor and returns the API for other extensions. What any of it does is read when it is
 * first used, or when the window has come to rest.
 */
export async function activate(context: vscode.ExtensionContext): Promise<FluxAssetsApi> {
  const own = <T extends vscode.Disposable>(disposable: T): T => {
    context.subscriptions.push(disposable);
    return disposable;
  };
  const log = vscode.window.createOutputChannel('Flux Assets', { log: true });
  const workbench = own(new LazyWorkbench({ context, log, statusItem: own(showStatusItem()) }));
  closing.run = () => workbench.close();
  own(registerCommands((id, args) => workbench.runCommand(id, args)));
  own(vscode.window.registerWebviewPanelSerializer('fluxAssets.panel', workbench));
  own(vscode.window.registerWebviewViewProvider('fluxAssets.history', workbench));
  own(registerImageDrops(new ImageDrops(() => workbench.dropEdits())));
  // Last, so that what ends before it can still say so.
  own(log);
  await workbench.start();
  return workbench.api;
}

/** What it says of tasks and money comes with the workbench. */
function showStatusItem(): vscode.StatusBarItem {
  const { Right } = vscode.StatusBarAlignment;
  const item = vscode.window.createStatusBarItem('fluxAssets.status', Right, 90);
  item.name = 'Flux Assets';
  item.text = '$(sparkle) Flux';
  item.command = 'fluxAssets.showTasks';
  item.show();
  return item;
}

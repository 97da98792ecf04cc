import * as vscode from 'vscode';

import type { FluxAssetsApi, GeneratedAsset } from './api';
import type { DropEdits } from './code/imageDrops';
import type { CommandId } from './commands/register';
import { Disposable } from './disposable';
import { storageFolders } from './storage/storageFolders';
import { hasRecords } from './tasks/journalFolder';

/** All that the extension does in one window, once anything of it is used. */
export interface Workbench {
  readonly api: FluxAssetsApi;
  readonly panels: vscode.WebviewPanelSerializer;
  readonly historyView: vscode.WebviewViewProvider;
  readonly dropEdits: DropEdits;
  /** Runs a command; what it throws is told, not lost. */
  runCommand(id: CommandId, args: readonly unknown[]): Promise<void>;
  /** Lets a request that is under way be answered and noted. */
  close(): Promise<void>;
  /** All that ends with it. */
  readonly owned: vscode.Disposable;
}

/** What the activation hands on. */
export interface WorkbenchPorts {
  readonly context: Pick<
    vscode.ExtensionContext,
    'extensionUri' | 'globalStorageUri' | 'secrets' | 'workspaceState'
  >;
  readonly log: vscode.LogOutputChannel;
  readonly statusItem: vscode.StatusBarItem;
}

/** The window has been drawn by then, and whoever waited for it has it. In ms. */
const REST_MS = 1500;

/** Stands for the workbench from the activation on, and reads its code when something of it is used. */
export class LazyWorkbench
  extends Disposable
  implements vscode.WebviewPanelSerializer, vscode.WebviewViewProvider
{
  private readonly generated = this.register(new vscode.EventEmitter<GeneratedAsset>());
  private loading: Promise<Workbench> | undefined;
  private timer: NodeJS.Timeout | undefined;

  readonly api: FluxAssetsApi = {
    version: 1,
    generate: async (request, token) => (await this.load()).api.generate(request, token),
    onDidGenerate: this.generated.event,
  };

  constructor(private readonly ports: WorkbenchPorts) {
    super();
  }

  /** Reads the code at once where another window has left tasks, else when the window has come to rest. */
  async start(): Promise<void> {
    const { journal } = storageFolders(this.ports.context.globalStorageUri);
    const restMs = (await hasRecords(journal)) ? 0 : REST_MS;
    if (this.disposed) return;
    this.timer = setTimeout(() => {
      this.load().catch(() => undefined);
    }, restMs);
  }

  /** Runs a command; it tells itself what goes wrong. */
  async runCommand(id: CommandId, args: readonly unknown[]): Promise<void> {
    await (await this.load()).runCommand(id, args);
  }

  /** What images become that are dropped or pasted into a text. */
  async dropEdits(): Promise<DropEdits> {
    return (await this.load()).dropEdits;
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    await (await this.load()).panels.deserializeWebviewPanel(panel, state);
  }

  async resolveWebviewView(
    view: vscode.WebviewView,
    context: vscode.WebviewViewResolveContext,
    token: vscode.CancellationToken,
  ): Promise<void> {
    await (await this.load()).historyView.resolveWebviewView(view, context, token);
  }

  /** Lets a request that is under way be answered and noted. */
  async close(): Promise<void> {
    clearTimeout(this.timer);
    const workbench = await this.loading?.catch(() => undefined);
    await workbench?.close();
  }

  override dispose(): void {
    clearTimeout(this.timer);
    super.dispose();
  }

  private load(): Promise<Workbench> {
    this.loading ??= this.open();
    return this.loading;
  }

  private async open(): Promise<Workbench> {
    clearTimeout(this.timer);
    try {
      const { openWorkbench } = await import('./workbench');
      const workbench = await openWorkbench(this.ports);
      this.register(workbench.owned);
      this.register(
        workbench.api.onDidGenerate((asset) => {
          this.generated.fire(asset);
        }),
      );
      return workbench;
    } catch (error) {
      this.loading = undefined;
      this.ports.log.error(String(error));
      void vscode.window.showErrorMessage(
        vscode.l10n.t('Flux Assets could not start. Reload the window; Show Log says why.'),
      );
      throw error;
    }
  }
}

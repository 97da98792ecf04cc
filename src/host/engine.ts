import * as vscode from 'vscode';

import type { Provider } from '../core/api/provider';
import { resolveProvider } from '../core/api/providers';
import type { Log } from '../core/log';
import type { ApiKeys } from './apiKeys';
import { AssetWriter } from './assetWriter';
import { Generation } from './generation';
import type { HistoryStore } from './historyStore';
import { readNetworkSettings } from './networkSettings';
import { loadReference } from './referenceImages';
import type { Settings } from './settings';
import type { TaskList } from './taskList';
import { createUndiciTransport } from './undiciTransport';

export interface EnginePorts {
  readonly keys: ApiKeys;
  readonly tasks: TaskList;
  readonly history: HistoryStore;
  readonly log: Log;
  /** Where the extension may keep files over windows and workspaces. */
  readonly globalStorage: vscode.Uri;
  /** Starts the simulator; its base URL. */
  readonly demoBaseUrl: () => Promise<string>;
}

/** All that is loaded with the first request: the HTTP client and what makes, checks and saves pictures. */
export class Engine implements vscode.Disposable {
  readonly generation: Generation;
  private readonly connections = createUndiciTransport(readNetworkSettings);

  constructor(private readonly ports: EnginePorts) {
    this.generation = new Generation({
      ...ports,
      transport: this.connections.transport,
      provider: (settings) => this.provider(settings),
      loadReference,
      onHistoryFailed: (asset) => {
        void vscode.window.showWarningMessage(
          vscode.l10n.t(
            '{0} is saved, but could not be added to the history.',
            vscode.workspace.asRelativePath(vscode.Uri.parse(asset.uri), false),
          ),
        );
      },
      writer: new AssetWriter(),
      unsavedFolder: vscode.Uri.joinPath(ports.globalStorage, 'unsaved'),
    });
  }

  dispose(): void {
    void this.connections.close();
  }

  private async provider(settings: Settings): Promise<Provider> {
    const demo =
      settings.provider === 'demo' ? { demoBaseUrl: await this.ports.demoBaseUrl() } : {};
    return resolveProvider(settings.provider, { ...settings, ...demo });
  }
}

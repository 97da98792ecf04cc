import * as vscode from 'vscode';

import { ActiveEditor } from './host/activeEditor';
import { createApi, type FluxAssetsApi } from './host/api';
import { ApiKeys } from './host/apiKeys';
import { AssetActions } from './host/assetActions';
import { draftFromAsset, draftFromSelection } from './host/commands/drafts';
import { editImage } from './host/commands/editImage';
import { generateImage } from './host/commands/generate';
import { registerCommands } from './host/commands/register';
import { pickModel } from './host/commands/selectModel';
import { pickProvider, removeApiKey, setApiKey } from './host/commands/setApiKey';
import { cancelTask, showTasks } from './host/commands/tasks';
import { DemoService } from './host/demoService';
import type { GenerationOrder } from './host/generation';
import { HistoryStore } from './host/historyStore';
import { HistoryView } from './host/historyView';
import { LazyEngine } from './host/lazyEngine';
import { MissingFiles } from './host/missingFiles';
import { PanelReferences } from './host/panelReferences';
import { runPanelIntent } from './host/panelIntents';
import { panelPictures, panelState } from './host/panelState';
import { Panels } from './host/panels';
import { reportError } from './host/report';
import { SaveFolder } from './host/saveFolder';
import { PROVIDER_IDS, readSettings, SECTION, updateSetting } from './host/settings';
import { StatusBar } from './host/statusBar';
import { TaskList } from './host/taskList';

/** Builds the object graph, registers everything with the editor and returns the API for other extensions. */
export async function activate(context: vscode.ExtensionContext): Promise<FluxAssetsApi> {
  const l10n = vscode.l10n;
  const own = <T extends vscode.Disposable>(disposable: T): T => {
    context.subscriptions.push(disposable);
    return disposable;
  };
  const log = own(vscode.window.createOutputChannel('Flux Assets', { log: true }));
  const onError = (error: unknown) => {
    reportError(error, l10n, log);
  };

  const storage = context.storageUri ?? context.globalStorageUri;
  const keys = own(new ApiKeys(context.secrets));
  const tasks = own(new TaskList());
  const activeEditor = own(new ActiveEditor());
  const history = own(new HistoryStore(vscode.Uri.joinPath(storage, 'history.jsonl').fsPath, log));
  const missingFiles = own(new MissingFiles(history));
  const references = own(new PanelReferences(context.workspaceState, l10n));
  const saveFolder = own(new SaveFolder(activeEditor, l10n));
  const demo = own(new DemoService());
  const engine = own(
    new LazyEngine({
      keys,
      tasks,
      history,
      log,
      globalStorage: context.globalStorageUri,
      demoBaseUrl: () => demo.baseUrl(),
    }),
  );
  const run = (order: GenerationOrder, signal: AbortSignal) => engine.run(order, signal);
  const checkKey = () => engine.checkKey();

  const actions = new AssetActions({
    history,
    activeEditor,
    l10n,
    reuseSettings: (asset) => {
      panels.open(draftFromAsset(asset));
    },
  });
  const statePorts = { keys, tasks, history, missingFiles, references, l10n };
  const stateChanged = own(new vscode.EventEmitter<void>());
  const changed = () => {
    stateChanged.fire();
  };
  for (const source of [keys, tasks, history, missingFiles, references, saveFolder])
    own(source.onDidChange(changed));
  own(
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(SECTION)) changed();
    }),
  );
  const panels: Panels = own(
    new Panels({
      extensionUri: context.extensionUri,
      state: (webview, offered) =>
        panelState(statePorts, webview, activeEditor.workspaceFolder, offered),
      pictures: () => panelPictures(statePorts),
      folders: () => (saveFolder.chosen === undefined ? [] : [saveFolder.chosen]),
      onIntent: (intent) => runPanelIntent(intent, { run, tasks, references, actions, saveFolder }),
      onError,
      onDidChangeState: stateChanged.event,
    }),
  );
  own(
    vscode.window.registerWebviewViewProvider(
      'fluxAssets.history',
      own(
        new HistoryView({
          extensionUri: context.extensionUri,
          history,
          missingFiles,
          actions,
          l10n,
          onError,
        }),
      ),
    ),
  );
  own(new StatusBar(tasks, l10n));
  own(
    registerCommands(
      {
        'fluxAssets.openPanel': () => {
          panels.open();
        },
        'fluxAssets.generate': () => generateImage({ run, saveFolder, actions, l10n }),
        'fluxAssets.generateFromSelection': () => {
          panels.open(draftFromSelection(activeEditor));
        },
        'fluxAssets.editImage': (uri) => {
          editImage(uri, references, panels);
        },
        'fluxAssets.setApiKey': () => setApiKey({ keys, l10n, checkKey }),
        'fluxAssets.removeApiKey': () => removeApiKey({ keys, l10n, checkKey }),
        'fluxAssets.selectProvider': async () => {
          const provider = await pickProvider(PROVIDER_IDS, keys, l10n);
          if (provider !== undefined) await updateSetting('provider', provider);
        },
        'fluxAssets.selectModel': async () => {
          const model = await pickModel(l10n);
          if (model === undefined) return;
          await updateSetting('defaultModel', model);
          panels.offer({ model });
        },
        'fluxAssets.cancelTask': (id) => cancelTask(tasks, l10n, id),
        'fluxAssets.showTasks': () => {
          showTasks(tasks, l10n);
        },
        'fluxAssets.showLog': () => {
          log.show();
        },
      },
      onError,
    ),
  );
  await Promise.all([keys.refresh().catch(onError), history.load()]);
  return createApi({
    run,
    defaultModel: () => readSettings(activeEditor.workspaceFolder).defaultModel,
    workspaceFolder: () => activeEditor.workspaceFolder,
    onDidGenerate: history.onDidAdd,
  });
}

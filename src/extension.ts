import * as vscode from 'vscode';

import { providerIds } from './core/api/provider';
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
import { editorDialogs } from './host/dialogs';
import { DraftStore } from './host/draftStore';
import type { GenerationOrder } from './host/order';
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
import { readSettings, SECTION, updateSetting } from './host/settings';
import { StatusBar } from './host/statusBar';
import { storageFolders, workspaceName } from './host/storageFolders';
import { TaskList } from './host/taskList';
import { createTaskRemedies } from './host/taskRemedies';

/** What is to be done before the window closes: the editor calls `deactivate` with nothing in its hands. */
const closing: { run?: () => Promise<void> } = {};

/** Lets a request that is under way be answered and noted; the editor waits for that some seconds. */
export async function deactivate(): Promise<void> {
  await closing.run?.();
}

/** Builds the object graph, registers everything with the editor and returns the API for other extensions. */
export async function activate(context: vscode.ExtensionContext): Promise<FluxAssetsApi> {
  const l10n = vscode.l10n;
  const own = <T extends vscode.Disposable>(disposable: T): T => {
    context.subscriptions.push(disposable);
    return disposable;
  };
  const log = vscode.window.createOutputChannel('Flux Assets', { log: true });
  const onError = (error: unknown) => {
    reportError(error, l10n, log);
  };

  const workspace = workspaceName();
  const storage = storageFolders(context.globalStorageUri).workspace(workspace);
  const keys = own(new ApiKeys(context.secrets));
  const tasks = own(new TaskList());
  const activeEditor = own(new ActiveEditor());
  const history = own(new HistoryStore(vscode.Uri.joinPath(storage, 'history.jsonl').fsPath, log));
  const missingFiles = own(new MissingFiles(history));
  const references = own(new PanelReferences(context.workspaceState, l10n));
  const drafts = new DraftStore(vscode.Uri.joinPath(storage, 'draft.json').fsPath);
  // Before anything is registered: a page that is revived asks for its state at once.
  await Promise.all([history.load(), drafts.load()]);
  const saveFolder = own(new SaveFolder(activeEditor, l10n));
  const demo = own(new DemoService());
  const engine = own(
    new LazyEngine({
      keys,
      tasks,
      history,
      log,
      globalStorage: context.globalStorageUri,
      workspace,
      demoBaseUrl: () => demo.baseUrl(),
    }),
  );
  const run = (order: GenerationOrder, signal: AbortSignal) => engine.run(order, signal);
  const checkKey = () => engine.checkKey();
  closing.run = () => engine.close();

  const actions = new AssetActions({
    history,
    activeEditor,
    l10n,
    reuseSettings: (asset) => {
      // None, too: what stands in the panel would make another picture.
      references.replace((asset.references ?? []).map((uri) => vscode.Uri.parse(uri)));
      panels.open(draftFromAsset(asset));
    },
  });
  const remedies = createTaskRemedies({
    tasks,
    engine: engine.remedies,
    dialogs: editorDialogs,
    l10n,
    onError,
  });
  const scope = () => activeEditor.workspaceFolder;
  const orderPorts = { run, saveFolder, keys, checkKey, actions, l10n };
  const statePorts = { keys, tasks, history, missingFiles, references, drafts, l10n };
  const stateChanged = own(new vscode.EventEmitter<void>());
  const changed = () => {
    stateChanged.fire();
  };
  for (const source of [keys, tasks, history, missingFiles, references, saveFolder])
    own(source.onDidChange(changed));
  own(
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration(SECTION)) return;
      engine.refreshLimits();
      changed();
    }),
  );
  const refreshFiles = () => {
    history
      .sync()
      .then(() => missingFiles.refresh())
      .catch(onError);
  };
  own(
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (!focused) return;
      refreshFiles();
      engine.sync();
    }),
  );
  const panels: Panels = own(
    new Panels({
      extensionUri: context.extensionUri,
      state: (webview, offered) => panelState(statePorts, webview, scope(), offered),
      pictures: () => panelPictures(statePorts),
      folders: () => (saveFolder.chosen === undefined ? [] : [saveFolder.chosen]),
      onIntent: (intent) =>
        runPanelIntent(intent, {
          ...orderPorts,
          tasks,
          references,
          drafts,
          remedies,
          isPanelVisible: () => panels.isVisible,
        }),
      onError,
      onShown: () => {
        refreshFiles();
        references.measure().catch(onError);
      },
      onClosed: () => void drafts.keepPromptOnly().catch(onError),
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
          onShown: refreshFiles,
          onError,
        }),
      ),
    ),
  );
  own(new StatusBar(tasks, scope, l10n));
  own(
    registerCommands(
      {
        'fluxAssets.openPanel': () => {
          panels.open();
        },
        'fluxAssets.generate': () =>
          generateImage({
            ...orderPorts,
            tasks,
            remedies,
            scope,
            openPanel: (draft) => {
              panels.open(draft);
            },
          }),
        'fluxAssets.generateFromSelection': () => {
          panels.open(draftFromSelection(activeEditor));
        },
        'fluxAssets.editImage': (uri) => {
          editImage(uri, references, panels);
        },
        'fluxAssets.setApiKey': () => setApiKey(orderPorts),
        'fluxAssets.removeApiKey': () => removeApiKey(orderPorts),
        'fluxAssets.selectProvider': async () => {
          const provider = await pickProvider(providerIds, keys, l10n);
          if (provider !== undefined) await updateSetting('provider', provider);
        },
        'fluxAssets.selectModel': async () => {
          const model = await pickModel(l10n, { scope: scope() });
          if (model === undefined) return;
          await updateSetting('defaultModel', model, scope());
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
  // Last, so that what ends before it can still say so.
  own(log);
  // Nobody waits for it: what another window left may take minutes.
  engine.recover().catch(onError);
  // Not before the commands are there: a locked keyring answers only when somebody unlocks it.
  await keys.refresh().catch(onError);
  return createApi({
    run,
    defaultModel: () => readSettings(scope()).defaultModel,
    workspaceFolder: scope,
    onDidGenerate: history.onDidAdd,
  });
}

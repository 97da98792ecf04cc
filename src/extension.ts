import * as vscode from 'vscode';

import { systemClock } from './core/clock';
import { ActiveEditor } from './host/activeEditor';
import { createApi, type FluxAssetsApi } from './host/api';
import { ApiKeys } from './host/apiKeys';
import { AssetActions } from './host/assets/assetActions';
import { Balance } from './host/money/balance';
import { askOverBudget } from './host/money/budgetQuestion';
import { draftFromAsset } from './host/commands/drafts';
import { commandHandlers } from './host/commands/handlers';
import { registerCommands } from './host/commands/register';
import { DemoService } from './host/demoService';
import { editorDialogs } from './host/dialogs';
import { DraftStore } from './host/storage/draftStore';
import type { GenerationOrder } from './host/tasks/order';
import { HistoryStore } from './host/storage/historyStore';
import { HistoryView } from './host/pages/historyView';
import { LedgerStore } from './host/storage/ledgerStore';
import { LazyAssetLocks } from './host/lock/lazyAssetLocks';
import { LazyEngine } from './host/tasks/lazyEngine';
import { MissingFiles } from './host/assets/missingFiles';
import { PanelReferences } from './host/pages/panelReferences';
import { runPanelIntent } from './host/pages/panelIntents';
import { panelPictures, panelState } from './host/pages/panelState';
import { Panels } from './host/pages/panels';
import { Refreshing } from './host/refreshing';
import { reportError } from './host/report';
import { SaveFolder } from './host/assets/saveFolder';
import { readSettings } from './host/settings';
import { Spending } from './host/pages/spending';
import { StatusBar } from './host/statusBar';
import { storageFolders, workspaceLabel, workspaceName } from './host/storage/storageFolders';
import { TaskList } from './host/tasks/taskList';
import { createTaskRemedies } from './host/tasks/taskRemedies';
import { nearBudgetWords } from './protocol/budgetWords';

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
  const folders = storageFolders(context.globalStorageUri);
  const storage = folders.workspace(workspace);
  const keys = own(new ApiKeys(context.secrets));
  const tasks = own(new TaskList());
  const activeEditor = own(new ActiveEditor());
  const history = own(new HistoryStore(vscode.Uri.joinPath(storage, 'history.jsonl').fsPath, log));
  const ledger = own(new LedgerStore(folders.ledger, log));
  const missingFiles = own(new MissingFiles(history));
  const references = own(new PanelReferences(context.workspaceState, l10n));
  const drafts = new DraftStore(vscode.Uri.joinPath(storage, 'draft.json').fsPath);
  // Before anything is registered: a page that is revived asks for its state at once.
  await Promise.all([history.load(), drafts.load()]);
  const saveFolder = own(new SaveFolder(activeEditor, l10n));
  const demo = own(new DemoService());
  const assetLocks = own(new LazyAssetLocks({ globalStorage: context.globalStorageUri, l10n }));
  const engine = own(
    new LazyEngine({
      keys,
      tasks,
      history,
      assetLocks,
      log,
      globalStorage: context.globalStorageUri,
      workspace,
      workspaceLabel: workspaceLabel(),
      ledger,
      onBudgetNear: (limit) => {
        void vscode.window.showInformationMessage(nearBudgetWords(limit, l10n));
      },
      demoBaseUrl: () => demo.baseUrl(),
    }),
  );
  const run = (order: GenerationOrder, signal: AbortSignal) => engine.run(order, signal);
  // Code may not pass the budget; a person who has seen the figures may.
  const runAsked = askOverBudget(run, editorDialogs, l10n);
  const checkKey = () => engine.checkKey();
  const balance = new Balance({ ask: () => engine.balance(), clock: systemClock });
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
  const orderPorts = { run: runAsked, saveFolder, keys, checkKey, actions, l10n };
  const statePorts = { keys, tasks, history, missingFiles, references, drafts, l10n };
  const refreshing = own(
    new Refreshing({
      shown: [keys, tasks, history, missingFiles, references, saveFolder],
      paid: [keys, ledger],
      balance,
      engine,
      ledger,
      history,
      missingFiles,
      onError,
    }),
  );
  const refreshFiles = () => {
    refreshing.refreshFiles();
  };
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
      onDidChangeState: refreshing.onDidChangeState,
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
  const spending = own(
    new Spending({
      extensionUri: context.extensionUri,
      ledger,
      clock: systemClock,
      dialogs: editorDialogs,
      l10n,
      onError,
    }),
  );
  own(new StatusBar(tasks, ledger, scope, l10n));
  // Not before it is needed: nothing waits for it.
  ledger.sync().catch(onError);
  const handlers = commandHandlers({
    ...orderPorts,
    tasks,
    ledger,
    balance,
    spending,
    remedies,
    references,
    activeEditor,
    panels,
    scope,
    log,
  });
  own(registerCommands(handlers, onError));
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

import * as vscode from 'vscode';

import { systemClock } from '../core/clock';
import { ActiveEditor } from './activeEditor';
import { createApi } from './api';
import { ApiKeys } from './apiKeys';
import { AssetActions } from './assets/assetActions';
import { Balance } from './money/balance';
import { askOverBudget, askOverBudgetOfAll } from './money/budgetQuestion';
import { ReferenceDropEdits } from './code/dropEdits';
import { Projects } from './code/projects';
import { ReferenceInsertion } from './code/referenceInsertion';
import { TemporaryReferences } from './code/temporaryReferences';
import { commandHandlers } from './commands/handlers';
import { DemoService } from './demoService';
import { editorDialogs } from './dialogs';
import { DraftStore } from './storage/draftStore';
import type { GenerationOrder } from './tasks/order';
import { HistoryStore } from './storage/historyStore';
import { HistoryView } from './pages/historyView';
import { LedgerStore } from './storage/ledgerStore';
import type { Workbench, WorkbenchPorts } from './lazyWorkbench';
import { lazyFileDeriver } from './derive/lazyFileDeriver';
import { LazyAssetLocks } from './lock/lazyAssetLocks';
import { UnnotedPictures } from './lock/unnotedPictures';
import { LazyImageIndex } from './needed/lazyImageIndex';
import { Lifecycle } from './lifecycle/lifecycle';
import { NeededRoom } from './needed/neededRoom';
import { LazyEngine } from './tasks/lazyEngine';
import { MissingFiles } from './assets/missingFiles';
import { Origins } from './origin/origins';
import { PanelReferences } from './pages/panelReferences';
import { openPanels } from './pages/openPanels';
import type { Panels } from './pages/panels';
import { Refreshing } from './refreshing';
import { reportError } from './report';
import { SaveFolder } from './assets/saveFolder';
import { readSettings } from './settings';
import { Spending } from './pages/spending';
import { StatusBar } from './statusBar';
import { storageFolders, workspaceLabel, workspaceName } from './storage/storageFolders';
import { TaskList } from './tasks/taskList';
import { createTaskRemedies } from './tasks/taskRemedies';
import { nearBudgetWords } from '../protocol/budgetWords';
import type { Draft } from '../protocol/panel';

/** Builds the object graph. */
export async function openWorkbench({
  context,
  log,
  statusItem,
}: WorkbenchPorts): Promise<Workbench> {
  const l10n = vscode.l10n;
  const owned: vscode.Disposable[] = [];
  const own = <T extends vscode.Disposable>(disposable: T): T => {
    owned.push(disposable);
    return disposable;
  };
  const onError = (error: unknown) => {
    reportError(error, l10n, log);
  };

  const workspace = workspaceName();
  const globalStorage = context.globalStorageUri;
  const folders = storageFolders(globalStorage);
  const storage = folders.workspace(workspace);
  const keys = own(new ApiKeys(context.secrets));
  const tasks = own(new TaskList());
  const activeEditor = own(new ActiveEditor());
  const history = own(new HistoryStore(vscode.Uri.joinPath(storage, 'history.jsonl').fsPath, log));
  const ledger = own(new LedgerStore(folders.ledger, log));
  const missingFiles = own(new MissingFiles(history));
  const references = own(new PanelReferences(context.workspaceState, l10n));
  const drafts = new DraftStore(vscode.Uri.joinPath(storage, 'draft.json').fsPath);
  // First of all: a page that is revived asks for its state at once.
  await Promise.all([history.load(), drafts.load()]);
  const saveFolder = own(new SaveFolder(activeEditor, l10n));
  const demo = own(new DemoService());
  const assetLocks: LazyAssetLocks = own(
    new LazyAssetLocks(() => ({ runAll, globalStorage, history, deriver, images, onError, l10n })),
  );
  const projects = own(new Projects());
  const insertion = new ReferenceInsertion({ history, projects });
  const temporary = new TemporaryReferences({ history, projects, insertion });
  const deriver = lazyFileDeriver({ globalStorage, locks: assetLocks, onUnnoted: onError, l10n });
  const engine = own(
    new LazyEngine({
      keys,
      tasks,
      history,
      assetLocks,
      temporary,
      deriveFile: deriver.deriveFile,
      log,
      globalStorage,
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
  const runAll = askOverBudgetOfAll(
    (orders, signal) => engine.runAll(orders, signal),
    editorDialogs,
    l10n,
  );
  const checkKey = () => engine.checkKey();
  const balance = new Balance({ ask: () => engine.balance(), clock: systemClock });

  const reuse = (draft: Partial<Draft>, images: readonly vscode.Uri[]) => {
    // None, too: what stands in the panel would make another picture.
    references.replace(images);
    panels.open(draft);
  };
  const origins = own(new Origins({ history, reuse, l10n }));
  const actions = new AssetActions({ history, activeEditor, insertion, l10n, reuse });
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
      keys,
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
    openPanels({
      ...orderPorts,
      ...statePorts,
      remedies,
      extensionUri: context.extensionUri,
      scope,
      refreshFiles,
      engine,
      onError,
      onDidChangeState: refreshing.onDidChangeState,
    }),
  );
  const historyView = own(
    new HistoryView({
      extensionUri: context.extensionUri,
      history,
      missingFiles,
      actions,
      l10n,
      onShown: refreshFiles,
      onError,
    }),
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
  own(new StatusBar(statusItem, tasks, ledger, scope, l10n));
  // Not before it is needed: nothing waits for it.
  ledger.sync().catch(onError);
  const images = own(
    new LazyImageIndex({
      extensionUri: context.extensionUri,
      projects,
      clock: systemClock,
      log,
      onError,
    }),
  );
  images.start();
  own(new UnnotedPictures({ history, locks: assetLocks }));
  const lifecycle = own(
    new Lifecycle({ ...statePorts, locks: assetLocks, projects, images, onError }),
  );
  const making = { images, projects, runAll, deriver, tasks, remedies, dialogs: editorDialogs };
  const needed = own(new NeededRoom({ ...orderPorts, ...making }));
  const handlers = commandHandlers({
    ...orderPorts,
    tasks,
    ledger,
    balance,
    spending,
    origins,
    runAll,
    images,
    lifecycle,
    needed,
    remedies,
    references,
    assetLocks,
    activeEditor,
    insertion,
    temporary,
    panels,
    makingFiles: { deriver, locks: assetLocks, projects, activeEditor, l10n },
    scope,
    log,
  });
  // Nobody waits for it: what another window left may take minutes.
  engine.recover().catch(onError);
  // Nor for this: a locked keyring answers only when somebody unlocks it.
  keys.refresh().catch(onError);
  const api = createApi({
    run,
    defaultModel: () => readSettings(scope()).defaultModel,
    workspaceFolder: scope,
    onDidGenerate: history.onDidAdd,
  });
  return {
    api,
    panels,
    historyView,
    dropEdits: new ReferenceDropEdits({ history, insertion, l10n }),
    runCommand: async (id, args) => {
      try {
        await handlers[id](...args);
      } catch (error) {
        onError(error);
      }
    },
    close: () => engine.close(),
    owned: vscode.Disposable.from(...owned.reverse()),
  };
}

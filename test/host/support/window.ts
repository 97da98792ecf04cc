import * as vscode from 'vscode';

import type { ProviderId } from '../../../src/core/api/provider';
import { resolveProvider } from '../../../src/core/api/providers';
import { plainProject } from '../../../src/core/code/project';
import { openFileDeriver } from '../../../src/host/derive/deriveFile';
import type { AssetLocks } from '../../../src/host/lock/assetLocks';
import { Engine } from '../../../src/host/tasks/engine';
import type { BudgetLimit } from '../../../src/core/money/budget';
import type { Projects } from '../../../src/host/code/projects';
import { ReferenceInsertion } from '../../../src/host/code/referenceInsertion';
import { TemporaryReferences } from '../../../src/host/code/temporaryReferences';
import { HistoryStore } from '../../../src/host/storage/historyStore';
import { LedgerStore } from '../../../src/host/storage/ledgerStore';
import { TaskList } from '../../../src/host/tasks/taskList';
import { freshFolder, workspaceFolder } from './flux';

/** The key of every provider in these windows. */
export const KEY = 'hk-secret-key';

/** What a window under test has of its own. */
interface WindowOptions {
  readonly provider: ProviderId;
  readonly baseUrl: string;
  /** Shared by the windows of one person; its own by default. */
  readonly globalStorage?: vscode.Uri;
  readonly workspace?: string;
  readonly key?: string;
  /** Where saved pictures are noted; nowhere by default. */
  readonly assetLocks?: Pick<AssetLocks, 'recordAsset'>;
  /** The projects of documents; all belong to the workspace folder by default. */
  readonly projects?: Pick<Projects, 'of'>;
  /** What an id stands for; by default the provider at `baseUrl`, whatever the id. */
  readonly resolve?: typeof resolveProvider;
}

/** All that makes pictures in one window, against a service on loopback in the place of a provider's. */
export function openWindow({
  provider,
  baseUrl,
  globalStorage = freshFolder(),
  workspace = 'workspace-1',
  key = KEY,
  assetLocks = { recordAsset: () => Promise.resolve() },
  projects = { of: () => Promise.resolve(plainProject(workspaceFolder().path)) },
  resolve = (_id, given) => ({ ...resolveProvider(provider, given), baseUrl }),
}: WindowOptions) {
  const log: string[] = [];
  const loud: string[] = [];
  const say = (message: string) => log.push(message);
  const sayLoud = (message: string) => {
    log.push(message);
    loud.push(message);
  };
  const logger = { trace: say, debug: say, info: sayLoud, warn: sayLoud, error: sayLoud };
  const tasks = new TaskList();
  const history = new HistoryStore(
    vscode.Uri.joinPath(globalStorage, 'workspaces', workspace, 'history.jsonl').fsPath,
    logger,
  );
  const ledger = new LedgerStore(vscode.Uri.joinPath(globalStorage, 'ledger.jsonl').fsPath, logger);
  const { deriveFile } = openFileDeriver({
    globalStorage,
    locks: { recordDerived: () => Promise.resolve() },
    onUnnoted: (error) => say(String(error)),
    l10n: vscode.l10n,
  });
  const near: BudgetLimit[] = [];
  const insertion = new ReferenceInsertion({ history, projects });
  const temporary = new TemporaryReferences({ history, projects, insertion });
  const engine = new Engine({
    keys: { get: () => Promise.resolve(key) },
    tasks,
    history,
    assetLocks,
    temporary,
    deriveFile,
    log: logger,
    globalStorage,
    workspace,
    workspaceLabel: `label of ${workspace}`,
    ledger,
    onBudgetNear: (limit) => near.push(limit),
    demoBaseUrl: () => Promise.resolve(baseUrl),
    resolve,
  });
  const { generation, ended, recovery } = engine;
  const stores = { tasks, history, ledger };
  const code = { insertion, temporary, deriveFile };
  return {
    ...code,
    engine,
    generation,
    ended,
    recovery,
    ...stores,
    near,
    log,
    loud,
    globalStorage,
  };
}

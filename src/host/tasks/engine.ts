import { join } from 'node:path';

import * as vscode from 'vscode';

import { systemClock } from '../../core/clock';
import type { BudgetLimit } from '../../core/money/budget';
import { AssetWriter } from '../assets/assetWriter';
import { unmadeSentence } from '../../protocol/neededWords';
import { PlaceholderFiles } from '../assets/placeholderFiles';
import type { TemporaryReferences } from '../code/temporaryReferences';
import { removeDrafts } from '../storage/atomicFile';
import type { DeriveFile } from '../derive/deriveFile';
import { BudgetGuard } from '../money/budgetGuard';
import { Disposable } from '../disposable';
import type { UnmadeFile } from './afterSaving';
import { EndedTasks } from './endedTasks';
import { EntryMeans } from './entryMeans';
import { createFileLock } from '../storage/fileLock';
import { Generation } from './generation';
import { appendHistoryLine, type HistoryStore } from '../storage/historyStore';
import { Journal } from './journal';
import type { AssetLocks } from '../lock/assetLocks';
import type { LedgerStore } from '../storage/ledgerStore';
import { readNetworkSettings } from '../network/networkSettings';
import { ProviderAccess, type ProviderAccessPorts } from '../providerAccess';
import { Recovery } from './recovery';
import { loadReference } from '../assets/referenceImages';
import { PaceMemory } from './paceMemory';
import { readSettings } from '../settings';
import { storageFolders, type StorageFolders } from '../storage/storageFolders';
import type { TaskList } from './taskList';
import { TaskAccounts } from '../money/taskAccounts';
import { TaskQueue } from './taskQueue';
import { TaskRunner } from './taskRunner';
import { createUndiciTransport } from '../network/undiciTransport';
import { WindowLease } from './windowLease';

export interface EnginePorts extends Omit<ProviderAccessPorts, 'transport'> {
  readonly tasks: TaskList;
  readonly history: HistoryStore;
  readonly assetLocks: Pick<AssetLocks, 'recordAsset'>;
  readonly deriveFile: DeriveFile;
  /** What was written for pictures that were still to come. */
  readonly temporary: Pick<TemporaryReferences, 'takeAway' | 'settle'>;
  readonly ledger: LedgerStore;
  /** Where the extension may keep files over windows and workspaces. */
  readonly globalStorage: vscode.Uri;
  /** The name of this window's workspace there. */
  readonly workspace: string;
  /** The workspace as people know it. */
  readonly workspaceLabel: string;
  /** A budget runs low. */
  readonly onBudgetNear: (limit: BudgetLimit) => void;
}

/** A POST that is under way when the window closes has this long to be answered, so that it need not be guessed. In ms. */
const LAST_ANSWER_MS = 4000;

/** All that is loaded with the first request: the HTTP client and what makes, checks, saves and recovers pictures. */
export class Engine extends Disposable {
  readonly generation: Generation;
  readonly ended: EndedTasks;
  readonly recovery: Recovery;
  readonly providers: ProviderAccess;
  private readonly queue: TaskQueue;
  private readonly runner: TaskRunner;
  private readonly connections = createUndiciTransport(readNetworkSettings);
  private closing = false;

  constructor(ports: EnginePorts) {
    super();
    const { log, tasks, history, ledger, workspace } = ports;
    const folders = storageFolders(ports.globalStorage);
    const exclusively = createFileLock(folders.locks);
    const lease = this.register(new WindowLease(folders.windows));
    const journal = new Journal(folders.journal, log, exclusively);
    const writer = new AssetWriter(folders.parts, exclusively);
    const placeholders = new PlaceholderFiles(writer, ports.temporary, log);
    const limit = () => readSettings().maxConcurrentTasks;
    this.queue = this.register(new TaskQueue({ file: folders.queue, exclusively, lease, limit }));
    this.providers = new ProviderAccess({ ...ports, transport: this.connections.transport });
    const { providers } = this;
    const means = new EntryMeans({ providers, loadReference });
    this.runner = new TaskRunner({
      journal,
      queue: this.queue,
      paces: new PaceMemory(folders.paces, log),
      tasks,
      history,
      assetLocks: ports.assetLocks,
      accounts: new TaskAccounts({ ledger, log }),
      workspace,
      writer,
      placeholders,
      log,
      clock: systemClock,
      unsavedFolder: folders.unsaved,
      isClosing: () => this.closing,
      addToOtherHistory: (asset, other) => addToHistory(folders, other, asset),
      onHistoryFailed: tellHistoryFailed,
      deriveFile: ports.deriveFile,
      onUnmade: tellUnmade,
      onEnded: () => void this.recovery.look(),
    });
    const { runner } = this;
    const budget = new BudgetGuard({
      ledger,
      journal,
      exclusively,
      workspace,
      clock: systemClock,
      budget: () => readSettings().budget,
      onNear: ports.onBudgetNear,
    });
    this.generation = new Generation({
      ...ports,
      paintPlaceholder: (wanted) => placeholders.paint(wanted),
      layPlaceholder: (painted) => placeholders.lay(painted),
      removePlaceholders: (laid) => placeholders.remove(laid),
      runner,
      journal,
      lease,
      providers,
      loadReference,
      budget,
      provider: (settings) => providers.provider(settings.provider, settings),
    });
    const common = { journal, lease, runner, tasks, means };
    this.ended = new EndedTasks({ ...common, providers, writer, budget });
    this.recovery = this.register(
      new Recovery({
        journal,
        lease,
        queue: this.queue,
        runner,
        tasks,
        means,
        workspace,
        log,
        onDamaged: tellDamaged,
        onEndedElsewhere: () => void history.sync(),
      }),
    );
    for (const folder of [folders.journal, ports.globalStorage.fsPath]) void removeDrafts(folder);
    this.register(
      tasks.onDidDismiss((id) => {
        this.ended.dismiss(id).catch((error: unknown) => {
          log.error(`A task could not be forgotten: ${String(error)}`);
        });
      }),
    );
  }

  /** To be called when a limit may have been raised: lets waiting tasks go. */
  refreshLimits(): void {
    this.queue.refresh();
  }

  /** Ends what this window does: nothing more is sent, and what was sent is noted if its answer comes soon. */
  async close(): Promise<void> {
    this.closing = true;
    await Promise.race([this.runner.settleSending(), systemClock.delay(LAST_ANSWER_MS)]);
    this.dispose();
  }

  override dispose(): void {
    this.closing = true;
    super.dispose();
    void this.connections.close();
  }
}

async function addToHistory(
  folders: StorageFolders,
  workspace: string,
  asset: Parameters<HistoryStore['add']>[0],
): Promise<void> {
  const file = join(folders.workspace(workspace).fsPath, 'history.jsonl');
  // Only its own windows keep that workspace's locks.
  await appendHistoryLine(file, { v: 1, op: 'add', asset: { ...asset, unnoted: true } });
}

function tellHistoryFailed({ uri }: Parameters<HistoryStore['add']>[0]): void {
  const name = vscode.workspace.asRelativePath(vscode.Uri.parse(uri), false);
  void vscode.window.showWarningMessage(
    vscode.l10n.t('{0} is saved, but could not be added to the history.', name),
  );
}

function tellUnmade({ original, file, cause }: UnmadeFile): void {
  const [paid, wanted] = [original, file].map((uri) => vscode.workspace.asRelativePath(uri, false));
  void vscode.window.showWarningMessage(
    unmadeSentence({ original: paid ?? '', wanted: wanted ?? '', cause }, vscode.l10n),
  );
}

function tellDamaged(count: number): void {
  void vscode.window.showWarningMessage(
    vscode.l10n.t(
      'Records of {0} tasks are damaged. They were set aside; Show Log says where. If pictures are missing, check the balance.',
      count,
    ),
  );
}

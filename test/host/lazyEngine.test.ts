import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import * as engineRoom from '../../src/host/tasks/engine';
import { HistoryStore } from '../../src/host/storage/historyStore';
import { LazyEngine } from '../../src/host/tasks/lazyEngine';
import { storageFolders } from '../../src/host/storage/storageFolders';
import { LedgerStore } from '../../src/host/storage/ledgerStore';
import { TaskList } from '../../src/host/tasks/taskList';
import { journalEntry } from '../support/journalEntry';
import { freshFolder } from './support/flux';
import { leaveEntries } from './support/storage';

/** An engine that is loaded late, and how often its code was read. */
function lazy(globalStorage: vscode.Uri) {
  const say = () => undefined;
  const log = { trace: say, debug: say, info: say, warn: say, error: say };
  let reads = 0;
  const history = vscode.Uri.joinPath(globalStorage, 'history.jsonl').fsPath;
  const engine = new LazyEngine(
    {
      keys: { get: () => Promise.resolve(undefined) },
      tasks: new TaskList(),
      history: new HistoryStore(history, log),
      assetLocks: { recordAsset: () => Promise.resolve() },
      deriveFile: () => Promise.reject(new Error('Nobody needs it.')),
      temporary: { takeAway: () => Promise.resolve(), settle: () => Promise.resolve() },
      log,
      globalStorage,
      workspace: 'workspace-1',
      workspaceLabel: 'site',
      ledger: new LedgerStore(vscode.Uri.joinPath(globalStorage, 'ledger.jsonl').fsPath, log),
      onBudgetNear: say,
      demoBaseUrl: () => Promise.reject(new Error('Nobody needs it.')),
    },
    () => {
      reads += 1;
      return Promise.resolve(engineRoom);
    },
  );
  return {
    engine,
    get reads() {
      return reads;
    },
  };
}

describe('recovery at activation', () => {
  it('reads no engine where no task is open', async () => {
    const globalStorage = freshFolder();
    const window = lazy(globalStorage);
    await window.engine.recover();
    assert.equal(window.reads, 0);
    // What was set aside, or half written when the window died, is no task.
    const { journal } = storageFolders(globalStorage);
    for (const name of ['damaged/ours-1.json', 'ours-1.json.0123.tmp']) {
      const file = vscode.Uri.joinPath(vscode.Uri.file(journal), name);
      await vscode.workspace.fs.writeFile(file, Buffer.from('{'));
    }
    await window.engine.recover();
    window.engine.sync();
    window.engine.refreshLimits();
    await window.engine.close();
    assert.equal(window.reads, 0);
    window.engine.dispose();
  });

  it('reads it, once, where one is', async () => {
    const globalStorage = freshFolder();
    const failure = { code: 'canceled', charged: 'unknown' } as const;
    const state = { phase: 'ended', at: 1, failure } as const;
    await leaveEntries(globalStorage, journalEntry({ state, workspace: 'workspace-2' }));
    const window = lazy(globalStorage);
    await Promise.all([window.engine.recover(), window.engine.recover()]);
    assert.equal(window.reads, 1);
    window.engine.dispose();
  });
});

import * as vscode from 'vscode';

import type { ApiKeys } from './apiKeys';
import { Disposable } from './disposable';
import type { MissingFiles } from './assets/missingFiles';
import type { Balance } from './money/balance';
import { SECTION } from './settings';
import type { HistoryStore } from './storage/historyStore';
import type { LedgerStore } from './storage/ledgerStore';
import type { LazyEngine } from './tasks/lazyEngine';

/** Something that tells when it has changed. */
interface Source {
  readonly onDidChange: vscode.Event<unknown>;
}

export interface RefreshingPorts {
  /** What the pages show is derived from these. */
  readonly shown: readonly Source[];
  /** After a change of these another balance may hold. */
  readonly paid: readonly Source[];
  readonly balance: Pick<Balance, 'forget'>;
  readonly keys: Pick<ApiKeys, 'refresh'>;
  readonly engine: Pick<LazyEngine, 'refreshLimits' | 'sync'>;
  readonly ledger: Pick<LedgerStore, 'sync'>;
  readonly history: Pick<HistoryStore, 'sync'>;
  readonly missingFiles: Pick<MissingFiles, 'refresh'>;
  readonly onError: (error: unknown) => void;
}

/** Keeps up with what changes in this window, in others and on the disk. */
export class Refreshing extends Disposable {
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  /** What the pages show may have changed. */
  readonly onDidChangeState = this.changed.event;

  constructor(private readonly ports: RefreshingPorts) {
    super();
    const { shown, paid, balance, engine, keys, ledger, onError } = ports;
    for (const source of paid) {
      this.register(
        source.onDidChange(() => {
          balance.forget();
        }),
      );
    }
    for (const source of shown) {
      this.register(
        source.onDidChange(() => {
          this.changed.fire();
        }),
      );
    }
    this.register(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration(SECTION)) return;
        engine.refreshLimits();
        balance.forget();
        this.changed.fire();
      }),
    );
    this.register(
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (!focused) return;
        this.refreshFiles();
        engine.sync();
        // Another window may have set or removed one, of which nobody tells this one everywhere.
        keys.refresh().catch(() => undefined);
        ledger.sync().catch(onError);
      }),
    );
  }

  /** Looks again at what can change unheard: other windows' pictures, and files on the disk. */
  refreshFiles(): void {
    const { history, missingFiles, onError } = this.ports;
    history
      .sync()
      .then(() => missingFiles.refresh())
      .catch(onError);
  }
}

import * as vscode from 'vscode';
import { Disposable } from '../disposable';
import { goneAssets } from './goneAssets';
import type { HistoryStore } from '../storage/historyStore';

/** A switch of branches touches many files at once; one look after it is enough. In ms. */
const SETTLE_MS = 300;

/** Which pictures of the history no longer lie where they were saved. */
export class MissingFiles extends Disposable {
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;
  private missing: ReadonlySet<string> = new Set();
  private isWatching = false;
  private looking: Promise<void> | undefined;
  private lookAgain = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly history: Pick<HistoryStore, 'all' | 'load'>) {
    super();
  }

  has(id: string): boolean {
    return this.missing.has(id);
  }

  /** Looks at every file and from then on follows what happens to images in the workspace. */
  async refresh(): Promise<void> {
    this.watch();
    if (this.looking !== undefined) {
      this.lookAgain = true;
      return this.looking;
    }
    this.looking = this.lookUntilSettled();
    try {
      await this.looking;
    } finally {
      this.looking = undefined;
    }
  }

  override dispose(): void {
    clearTimeout(this.timer);
    super.dispose();
  }

  private async lookUntilSettled(): Promise<void> {
    for (this.lookAgain = true; this.mustLook();) {
      this.lookAgain = false;
      await this.look();
    }
  }

  private mustLook(): boolean {
    return this.lookAgain && !this.disposed;
  }

  private async look(): Promise<void> {
    await this.history.load();
    const missing = await goneAssets(this.history.all);
    const isSame = missing.size === this.missing.size && [...missing].every((id) => this.has(id));
    if (isSame || this.disposed) return;
    this.missing = missing;
    this.changed.fire();
  }

  private watch(): void {
    if (this.isWatching) return;
    this.isWatching = true;
    const images = '**/*.{png,jpg,jpeg,webp}';
    const watcher = this.register(vscode.workspace.createFileSystemWatcher(images, false, true));
    const refreshSoon = () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.refresh(), SETTLE_MS);
    };
    this.register(watcher.onDidCreate(refreshSoon));
    this.register(watcher.onDidDelete(refreshSoon));
  }
}

import * as vscode from 'vscode';

import { exists } from './assetWriter';
import { Disposable } from './disposable';
import type { HistoryStore } from './historyStore';

/** Which pictures of the history no longer lie where they were saved. */
export class MissingFiles extends Disposable {
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;
  private missing: ReadonlySet<string> = new Set();
  private watching = false;

  constructor(private readonly history: HistoryStore) {
    super();
  }

  has(id: string): boolean {
    return this.missing.has(id);
  }

  /** Looks at every file and from then on follows what happens to images in the workspace. */
  async refresh(): Promise<void> {
    this.watch();
    await this.history.load();
    const found = await Promise.all(
      this.history.all.map(async (asset) => {
        // A file system that is offline says nothing about the file.
        const there = await exists(vscode.Uri.parse(asset.uri)).catch(() => true);
        return there ? undefined : asset.id;
      }),
    );
    const missing = new Set(found.filter((id) => id !== undefined));
    const isSame = missing.size === this.missing.size && [...missing].every((id) => this.has(id));
    if (isSame || this.disposed) return;
    this.missing = missing;
    this.changed.fire();
  }

  private watch(): void {
    if (this.watching) return;
    this.watching = true;
    const watcher = this.register(
      vscode.workspace.createFileSystemWatcher('**/*.{png,jpg,jpeg,webp}', false, true, false),
    );
    const refresh = () => void this.refresh();
    this.register(watcher.onDidCreate(refresh));
    this.register(watcher.onDidDelete(refresh));
  }
}

import * as vscode from 'vscode';

import type { Asset } from '../../core/assets/asset';
import { isAt, withEntry, withPaths, type AssetLock } from '../../core/assets/lock/assetLock';
import type { Clock } from '../../core/clock';
import { shareRuns } from '../../core/sharedRun';
import type { Localizer } from '../../protocol/localizer';
import { Disposable } from '../disposable';
import { readSettings } from '../settings';
import type { Exclusively } from '../storage/fileLock';
import type { AssetLocks, DerivedAsset } from './assetLocks';
import { derivedEntry, pictureEntry } from './lockEntries';
import { KeptLock } from './keptLock';
import type { LockTrouble } from './lockFile';
import { keyOf, lockPlaceOf, type LockPlace } from './lockPlace';
import { troubleWords } from './lockWords';

/** What keeping the locks needs. */
export interface AssetLockStorePorts {
  /** Over all windows. */
  readonly exclusively: Exclusively;
  readonly clock: Clock;
  readonly l10n: Localizer;
  /** A lock cannot be written now, and what was to be noted waits; once until it could be again. */
  readonly onTrouble: (lock: vscode.Uri, trouble: LockTrouble) => void;
  /** A lock was written. */
  readonly onWritten: (lock: vscode.Uri) => void;
}

type Change = (lock: AssetLock) => AssetLock;

/** One lock's file, which is written whole: what is to be changed while it is being written goes together. */
interface LockWriter {
  readonly asked: Change[];
  readonly write: () => Promise<LockTrouble | undefined>;
}

/** Keeps the locks of this window's workspace folders. What cannot be noted waits as long as the window lives. */
export class AssetLockStore extends Disposable implements AssetLocks {
  /** By the lock's URI. */
  private readonly waiting = new Map<string, readonly Change[]>();
  /** By the lock's URI. */
  private readonly writers = new Map<string, LockWriter>();
  private isWatching = false;

  constructor(private readonly ports: AssetLockStorePorts) {
    super();
  }

  async recordAsset(asset: Asset): Promise<void> {
    const file = vscode.Uri.parse(asset.uri, true);
    const place = await this.placeFor(file);
    const key = place && keyOf(place, file);
    if (place === undefined || key === undefined) return;
    const entry = await pictureEntry(asset, place);
    await this.change(place.lock, (lock) => withEntry(lock, key, entry));
  }

  async recordDerived(derived: DerivedAsset): Promise<void> {
    const place = await this.placeFor(derived.file);
    const key = place && keyOf(place, derived.file);
    if (place === undefined || key === undefined) return;
    const entry = await derivedEntry(derived, place, this.ports.clock.now());
    await this.change(place.lock, (lock) => withEntry(lock, key, entry));
  }

  async move(from: vscode.Uri, to: vscode.Uri): Promise<void> {
    const [source, target] = await Promise.all([this.placeFor(from), this.placeFor(to)]);
    const [old, key] = [source && keyOf(source, from), target && keyOf(target, to)];
    if (source === undefined || old === undefined) return;
    if (target === undefined || key === undefined) return this.remove(from);
    if (source.lock.toString() === target.lock.toString()) {
      await this.change(source.lock, (lock) => moved(lock, old, key));
      return;
    }
    let entries: AssetLock['assets'] = new Map();
    await this.change(source.lock, (lock) => {
      entries = new Map([...lock.assets].filter(([file]) => isAt(file, old)));
      return without(lock, old);
    });
    if (entries.size === 0) return;
    await this.change(target.lock, (lock) =>
      [...entries].reduce((all, [file, entry]) => withEntry(all, at(file, old, key), entry), lock),
    );
  }

  async remove(file: vscode.Uri): Promise<void> {
    const place = await this.placeFor(file);
    const key = place && keyOf(place, file);
    if (place === undefined || key === undefined) return;
    await this.change(place.lock, (lock) => without(lock, key));
  }

  /** Changes one lock. Rejects with words where it cannot be written now; the change waits until it can. */
  async change(lock: vscode.Uri, change: Change): Promise<void> {
    const trouble = await this.write(lock, [change]);
    if (trouble !== undefined) throw new Error(troubleWords(lock, trouble, this.ports.l10n));
  }

  /** Tries again to write what waits. Never rejects. */
  async retry(): Promise<void> {
    await Promise.all(
      [...this.waiting.keys()].map((lock) => this.write(vscode.Uri.parse(lock), [])),
    );
  }

  private async placeFor(file: vscode.Uri): Promise<LockPlace | undefined> {
    const place = await lockPlaceOf(file);
    return place !== undefined && readSettings(place.root).assetLock ? place : undefined;
  }

  private write(lock: vscode.Uri, more: readonly Change[]): Promise<LockTrouble | undefined> {
    const name = lock.toString();
    const writer = this.writers.get(name) ?? this.writerOf(lock);
    this.writers.set(name, writer);
    writer.asked.push(...more);
    return writer.write();
  }

  private writerOf(lock: vscode.Uri): LockWriter {
    const asked: Change[] = [];
    const kept = this.register(new KeptLock(lock, this.ports.clock));
    const writeAlone = () => this.writeNow(lock, kept, asked.splice(0));
    const write = shareRuns(() => this.ports.exclusively(`lock ${lock.toString()}`, writeAlone));
    return { asked, write };
  }

  private async writeNow(
    lock: vscode.Uri,
    kept: KeptLock,
    more: readonly Change[],
  ): Promise<LockTrouble | undefined> {
    const name = lock.toString();
    const before = this.waiting.get(name);
    const changes = [...(before ?? []), ...more];
    if (changes.length === 0) return undefined;
    const trouble = await kept.change((read) =>
      changes.reduce((changed, change) => change(changed), read),
    );
    if (trouble === undefined) {
      this.waiting.delete(name);
      this.ports.onWritten(lock);
      return undefined;
    }
    this.waiting.set(name, changes);
    this.watch();
    if (before === undefined) this.ports.onTrouble(lock, trouble);
    return trouble;
  }

  private watch(): void {
    if (this.isWatching || this.disposed) return;
    this.isWatching = true;
    const again = ({ path }: vscode.Uri) => {
      if (path.endsWith('.json')) void this.retry();
    };
    const watcher = this.register(
      vscode.workspace.createFileSystemWatcher('**/flux-assets.lock.json'),
    );
    this.register(watcher.onDidChange(again));
    this.register(watcher.onDidCreate(again));
    this.register(watcher.onDidDelete(again));
    const { onDidSaveTextDocument, onDidCloseTextDocument } = vscode.workspace;
    this.register(
      onDidSaveTextDocument(({ uri }) => {
        again(uri);
      }),
    );
    this.register(
      onDidCloseTextDocument(({ uri }) => {
        again(uri);
      }),
    );
  }
}

function at(file: string, from: string, to: string): string {
  return isAt(file, from) ? to + file.slice(from.length) : file;
}

/** The lock after a file, or a folder, has moved: entries follow it, and so does what others were made from. */
function moved(lock: AssetLock, from: string, to: string): AssetLock {
  const rename = (file: string) => at(file, from, to);
  // What lay at the new place is not there any more.
  const stay = [...lock.assets].filter(([file]) => isAt(file, from) || !isAt(file, to));
  const isKnown = [...lock.assets.keys()].some((file) => isAt(file, from));
  return {
    ...lock,
    assets: new Map(
      (isKnown ? stay : [...lock.assets]).map(([file, entry]) => [
        rename(file),
        withPaths(entry, rename),
      ]),
    ),
  };
}

function without(lock: AssetLock, path: string): AssetLock {
  return { ...lock, assets: new Map([...lock.assets].filter(([file]) => !isAt(file, path))) };
}

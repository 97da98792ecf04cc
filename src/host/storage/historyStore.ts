import { readFile } from 'node:fs/promises';

import * as vscode from 'vscode';

import type { Asset } from '../../core/assets/asset';
import { formatHistoryLine, parseHistory, type HistoryLine } from '../../core/assets/history';
import type { Log } from '../../core/log';
import { Disposable } from '../disposable';
import { failedWith } from './fileErrors';
import { appendFlushed, LineFile, sizeOf } from './lineFile';

/** The history of one workspace on disk: lines appended to a file in the extension's storage, by all its windows. */
export class HistoryStore extends Disposable {
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;
  private readonly added = this.register(new vscode.EventEmitter<Asset>());
  readonly onDidAdd = this.added.event;
  private assets: readonly Asset[] = [];
  private loading: Promise<void> | undefined;
  private writing: Promise<void> = Promise.resolve();
  /** Of what this window has read and written, in bytes; a file of another size has other windows' lines. */
  private knownSize = 0;
  private readonly lines: LineFile;

  constructor(
    private readonly file: string,
    private readonly log: Log,
  ) {
    super();
    this.lines = new LineFile(file);
  }

  /** Newest first; complete once `load` has resolved. */
  get all(): readonly Asset[] {
    return this.assets;
  }

  find(id: string): Asset | undefined {
    return this.assets.find((asset) => asset.id === id);
  }

  /** Reads the file, once. */
  load(): Promise<void> {
    this.loading ??= this.read();
    return this.loading;
  }

  /** Reads the file again where another window has written to it. */
  async sync(): Promise<void> {
    await this.load();
    await this.writing;
    const size = await sizeOf(this.file);
    if (size === this.knownSize || this.disposed) return;
    this.loading = this.read();
    await this.loading;
  }

  /**
   * Adds a picture that is saved. Where the line cannot be written the picture is shown until the window closes,
   * and the promise rejects.
   */
  async add(asset: Asset): Promise<void> {
    await this.load();
    this.assets = [asset, ...this.assets.filter((other) => other.id !== asset.id)];
    this.changed.fire();
    this.added.fire(asset);
    await this.append({ v: 1, op: 'add', asset });
  }

  /** A picture that is known already has another place, or other bytes. */
  async update(asset: Asset): Promise<void> {
    await this.load();
    await this.append({ v: 1, op: 'add', asset });
    this.assets = this.assets.map((other) => (other.id === asset.id ? asset : other));
    this.changed.fire();
  }

  /** Takes the entry out of the history; the file stays where it is. */
  async remove(id: string): Promise<void> {
    await this.load();
    await this.append({ v: 1, op: 'remove', id });
    this.assets = this.assets.filter((asset) => asset.id !== id);
    this.changed.fire();
  }

  private async read(): Promise<void> {
    const text = await readFile(this.file, 'utf8').catch((error: unknown) => {
      if (!failedWith(error, 'ENOENT'))
        this.log.error(`The history could not be read: ${String(error)}`);
      return '';
    });
    const { assets, damaged } = parseHistory(text);
    if (damaged > 0) this.log.warn(`${String(damaged)} damaged history lines were passed over.`);
    this.assets = assets;
    this.knownSize = Buffer.byteLength(text);
    if (!this.disposed) this.changed.fire();
  }

  private append(line: HistoryLine): Promise<void> {
    const text = formatHistoryLine(line);
    const write = this.lines.append(text).then(() => {
      this.knownSize += Buffer.byteLength(text);
    });
    // The one who asked for it hears of the failure. Later lines are never written before earlier ones.
    this.writing = write.catch(() => undefined);
    return write;
  }
}

/** Appends a line to a history file, through to the disk. */
export async function appendHistoryLine(file: string, line: HistoryLine): Promise<void> {
  await appendFlushed(file, formatHistoryLine(line));
}

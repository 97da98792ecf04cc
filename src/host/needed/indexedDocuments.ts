import type * as vscode from 'vscode';

import type { IgnoreRules } from '../../core/code/ignoreRules';
import type { Project } from '../../core/code/project';
import { firstOf } from '../../core/firstOf';
import { codeFilesOf } from './codeFiles';
import { codeSources } from './codeSources';
import { indexedDocument, withRange, type IndexedDocument } from './indexedDocument';
import type { ReferenceParser } from './referenceParser';

/** Read and parsed together: enough to keep the parser busy, few enough that an edit is soon next. */
const BATCH = 32;

export interface IndexedDocumentsPorts {
  readonly parser: Pick<ReferenceParser, 'parse'>;
  /** The project that a file belongs to. */
  readonly projectOf: (file: vscode.Uri) => Promise<Project>;
  /** More files than this are not looked through. */
  readonly mostFiles: number;
  /** A document has other references than before, or means others by them; `undefined` where it has none any more. */
  readonly onIndexed: (document: string, indexed: IndexedDocument | undefined) => void;
  /** Other files than before may be the workspace's own (`isOwn`). */
  readonly onOtherRules: () => void;
}

interface Entry {
  readonly uri: vscode.Uri;
  readonly folder: string;
  indexed?: IndexedDocument;
}

interface Folder {
  readonly uri: vscode.Uri;
  rules?: IgnoreRules;
  hasMore: boolean;
}

/** The files of the workspace's folders with their references, brought up to date step by step. */
export class IndexedDocuments {
  private readonly entries = new Map<string, Entry>();
  private readonly folders = new Map<string, Folder>();
  private readonly unlisted = new Set<string>();
  private readonly unread = new Map<string, Entry>();
  /** Read, but their projects may be others now. */
  private readonly unplaced = new Map<string, Entry>();
  /** Read before all others: a person looks at them. */
  private readonly edited = new Map<string, Entry>();

  constructor(private readonly ports: IndexedDocumentsPorts) {}

  get size(): number {
    return this.entries.size;
  }

  get hasMore(): boolean {
    return [...this.folders.values()].some(({ hasMore }) => hasMore);
  }

  get hasWork(): boolean {
    return this.unlisted.size + this.edited.size + this.unplaced.size + this.unread.size > 0;
  }

  /** From now on these folders are looked through, and all that is known of others is forgotten. */
  setFolders(folders: readonly vscode.Uri[]): void {
    const wanted = new Map(folders.map((uri) => [uri.toString(), uri]));
    this.ports.onOtherRules();
    for (const key of [...this.folders.keys()].filter((each) => !wanted.has(each))) {
      this.folders.delete(key);
      this.unlisted.delete(key);
      this.removeAll(({ folder }) => folder === key);
    }
    for (const [key, uri] of wanted) {
      if (!this.folders.has(key)) this.folders.set(key, { uri, hasMore: false });
      this.unlisted.add(key);
    }
  }

  /** Files may have come to a folder, or its rules have changed. */
  list(folder: vscode.Uri): void {
    if (this.folders.has(folder.toString())) this.unlisted.add(folder.toString());
  }

  /** All files are to be read anew. */
  rereadAll(): void {
    for (const [key, entry] of this.entries) this.unread.set(key, entry);
  }

  /** Files may belong to other projects than before. */
  placeAll(): void {
    for (const [key, entry] of this.entries)
      if (entry.indexed !== undefined) this.unplaced.set(key, entry);
  }

  /** A file's text may have changed; whether it is one that is looked through. */
  touch(uri: vscode.Uri): boolean {
    const key = uri.toString();
    const entry = this.entries.get(key);
    if (entry !== undefined) this.edited.set(key, entry);
    return entry !== undefined;
  }

  /** A file has gone, or a folder with all that was in it. */
  remove(uri: vscode.Uri): void {
    const key = uri.toString();
    const entry = this.entries.get(key);
    // A file has none within it; only for a folder all are gone through.
    if (entry !== undefined) this.removeOne(entry, key);
    else this.removeAll((_, name) => name.startsWith(`${key}/`));
  }

  /** Whether a path lies in the workspace's folders and git keeps it. */
  isOwn(file: vscode.Uri): boolean {
    const folder = this.folderOf(file);
    return (
      folder !== undefined &&
      !/\/(node_modules|\.git)\//.test(file.path) &&
      folder.rules?.ignores(file.path) !== true
    );
  }

  /** Does the next piece of what is to be done; resolves with whether there was any. */
  async step(): Promise<boolean> {
    const [folder] = this.unlisted;
    if (folder !== undefined && this.edited.size === 0) {
      this.unlisted.delete(folder);
      await this.listFolder(folder);
      return true;
    }
    const batch = [this.edited, this.unplaced, this.unread].find(({ size }) => size > 0);
    if (batch === undefined) return false;
    const entries = firstOf(batch, BATCH);
    for (const [key] of entries) {
      this.unplaced.delete(key);
      if (batch === this.unplaced) continue;
      this.edited.delete(key);
      this.unread.delete(key);
    }
    const due = entries.map(([, entry]) => entry);
    if (batch === this.unplaced) await this.place(due);
    else await this.read(due);
    return true;
  }

  private async listFolder(key: string): Promise<void> {
    const folder = this.folders.get(key);
    if (folder === undefined) return;
    const others = [...this.entries.values()].filter((entry) => entry.folder !== key).length;
    const found = await codeFilesOf(folder.uri, this.ports.mostFiles - others);
    if (this.folders.get(key) !== folder) return;
    if (folder.rules?.isSameAs(found.rules) !== true) this.ports.onOtherRules();
    folder.rules = found.rules;
    folder.hasMore = found.hasMore;
    const listed = new Set(found.files.map((uri) => uri.toString()));
    this.removeAll((entry, name) => entry.folder === key && !listed.has(name));
    for (const uri of found.files) {
      const name = uri.toString();
      if (this.entries.has(name)) continue;
      const entry = { uri, folder: key };
      this.entries.set(name, entry);
      this.unread.set(name, entry);
    }
  }

  private async read(entries: readonly Entry[]): Promise<void> {
    const sources = await codeSources(entries.map(({ uri }) => uri));
    const read = sources.filter((source) => source !== undefined);
    const found = await this.ports.parser.parse(read);
    const bySource = new Map(read.map((source, n) => [source, found[n] ?? []]));
    for (const [n, entry] of entries.entries()) {
      const source = sources[n];
      const references = (source === undefined ? undefined : bySource.get(source)) ?? [];
      if (references.length === 0) {
        this.put(entry, undefined);
        continue;
      }
      const project = await this.ports.projectOf(entry.uri);
      this.put(entry, indexedDocument(entry.uri, references.map(withRange), project));
    }
  }

  private async place(entries: readonly Entry[]): Promise<void> {
    for (const entry of entries) {
      if (entry.indexed === undefined) continue;
      const project = await this.ports.projectOf(entry.uri);
      this.put(entry, indexedDocument(entry.uri, entry.indexed.references, project));
    }
  }

  private put(entry: Entry, indexed: IndexedDocument | undefined): void {
    const key = entry.uri.toString();
    const wasIndexed = entry.indexed !== undefined;
    if (indexed === undefined) delete entry.indexed;
    else entry.indexed = indexed;
    // It may have gone while it was read.
    const isKept = this.entries.get(key) === entry;
    if (isKept && (wasIndexed || indexed !== undefined)) this.ports.onIndexed(key, indexed);
  }

  private folderOf(file: vscode.Uri): Folder | undefined {
    return [...this.folders.values()]
      .filter(({ uri }) => file.toString().startsWith(`${uri.toString().replace(/\/$/, '')}/`))
      .sort((a, b) => b.uri.path.length - a.uri.path.length)[0];
  }

  private removeAll(isGone: (entry: Entry, key: string) => boolean): void {
    for (const [key, entry] of this.entries) if (isGone(entry, key)) this.removeOne(entry, key);
  }

  private removeOne(entry: Entry, key: string): void {
    this.entries.delete(key);
    this.unread.delete(key);
    this.edited.delete(key);
    this.unplaced.delete(key);
    if (entry.indexed !== undefined) this.ports.onIndexed(key, undefined);
  }
}

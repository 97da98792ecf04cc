import * as vscode from 'vscode';

import { isImagePath } from '../../core/code/imageUrl';
import { Disposable } from '../disposable';
import { isCodeFile } from './codeFiles';

const NEVER = /\/(node_modules|\.git)(\/|$)/;

/** Who is told what happens to the files of the folders that are looked through. */
export interface FileListener {
  /** Another text in an editor, or on the disk. */
  onText(file: vscode.Uri): void;
  /** Files may have come, or other rules for what git ignores. */
  onList(folder: vscode.Uri): void;
  /** A file or a folder has come or gone. */
  onEntry(uri: vscode.Uri): void;
  /** A file or a folder has gone. */
  onGone(uri: vscode.Uri): void;
  /** Git ignores it. */
  isIgnored(uri: vscode.Uri): boolean;
}

/** Follows edits in editors and what happens to files, by whomever. */
export class FileEvents extends Disposable {
  private readonly asking = new Set<Thenable<void>>();
  private watched: vscode.Disposable = new vscode.Disposable(() => undefined);

  constructor(private readonly listener: FileListener) {
    super();
    this.register(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) listener.onText(document.uri);
      }),
    );
    this.register(
      vscode.workspace.onDidOpenTextDocument(({ isDirty, uri }) => {
        if (isDirty) listener.onText(uri);
      }),
    );
    this.register(
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        listener.onText(uri);
      }),
    );
  }

  /** From now on follows the files of these folders. */
  watch(folders: readonly vscode.Uri[]): void {
    this.watched.dispose();
    if (this.disposed) return;
    this.watched = vscode.Disposable.from(...folders.map((folder) => this.watcher(folder)));
  }

  /** Resolves when the listener has been told all that was heard so far. */
  async settled(): Promise<void> {
    await Promise.all(this.asking);
  }

  override dispose(): void {
    this.watched.dispose();
    super.dispose();
  }

  private watcher(folder: vscode.Uri): vscode.Disposable {
    // All of them: a folder that is renamed is one event, which no pattern of file names would let through.
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(folder, '**'),
    );
    return vscode.Disposable.from(
      watcher,
      watcher.onDidChange((uri) => {
        this.onChange(uri, folder);
      }),
      watcher.onDidCreate((uri) => {
        this.onCreate(uri, folder);
      }),
      watcher.onDidDelete((uri) => {
        this.onDelete(uri, folder);
      }),
    );
  }

  private onChange(uri: vscode.Uri, folder: vscode.Uri): void {
    if (NEVER.test(uri.path)) return;
    if (isRules(uri)) this.listener.onList(folder);
    else if (isCodeFile(uri.path)) this.listener.onText(uri);
  }

  private onCreate(uri: vscode.Uri, folder: vscode.Uri): void {
    if (NEVER.test(uri.path) || this.listener.isIgnored(uri)) return;
    this.listener.onEntry(uri);
    if (isImagePath(uri.path)) return;
    if (isCodeFile(uri.path)) this.listener.onText(uri);
    if (isCodeFile(uri.path) || isRules(uri)) this.listener.onList(folder);
    else this.listIfFolder(uri, folder);
  }

  /** Any other name may be a folder's, which brings all that is in it. */
  private listIfFolder(uri: vscode.Uri, folder: vscode.Uri): void {
    const looking = vscode.workspace.fs.stat(uri).then(
      ({ type }) => {
        if ((type & vscode.FileType.Directory) !== 0) this.listener.onList(folder);
        this.asking.delete(looking);
      },
      () => {
        this.asking.delete(looking);
      },
    );
    this.asking.add(looking);
  }

  private onDelete(uri: vscode.Uri, folder: vscode.Uri): void {
    if (NEVER.test(uri.path)) return;
    this.listener.onEntry(uri);
    this.listener.onGone(uri);
    if (isRules(uri)) this.listener.onList(folder);
  }
}

function isRules({ path }: vscode.Uri): boolean {
  return path.endsWith('/.gitignore');
}

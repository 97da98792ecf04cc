import * as vscode from 'vscode';

/** A file system that is not a disk, as virtual workspaces have: no exclusive create, no links. */
export class MemoryFileSystem implements vscode.FileSystemProvider {
  readonly files = new Map<string, Uint8Array>();
  private readonly folders = new Set<string>(['/']);
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;
  /** Makes every write fail. */
  readonly = false;
  /** How much of a file fits; of a longer one the beginning is written, and then it fails. */
  mostBytes?: number;
  /** Happens when a write fails half way. */
  onFailure?: () => void;

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const file = this.files.get(uri.path);
    if (file === undefined && !this.folders.has(uri.path))
      throw vscode.FileSystemError.FileNotFound(uri);
    return {
      type: file === undefined ? vscode.FileType.Directory : vscode.FileType.File,
      ctime: 0,
      mtime: 0,
      size: file?.length ?? 0,
    };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    const prefix = uri.path === '/' ? '/' : `${uri.path}/`;
    const entries = new Map<string, vscode.FileType>();
    for (const path of this.files.keys()) {
      if (!path.startsWith(prefix)) continue;
      const [name = '', ...rest] = path.slice(prefix.length).split('/');
      entries.set(name, rest.length > 0 ? vscode.FileType.Directory : vscode.FileType.File);
    }
    return [...entries];
  }

  createDirectory(uri: vscode.Uri): void {
    if (this.readonly) throw vscode.FileSystemError.NoPermissions(uri);
    this.folders.add(uri.path);
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const file = this.files.get(uri.path);
    if (file === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return file;
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    if (this.readonly) throw vscode.FileSystemError.NoPermissions(uri);
    const type = this.files.has(uri.path)
      ? vscode.FileChangeType.Changed
      : vscode.FileChangeType.Created;
    this.files.set(uri.path, content.slice(0, this.mostBytes));
    this.changed.fire([{ type, uri }]);
    if (content.length > (this.mostBytes ?? Infinity)) {
      this.onFailure?.();
      throw new vscode.FileSystemError('NoSpace');
    }
  }

  delete(uri: vscode.Uri): void {
    this.files.delete(uri.path);
    this.changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  rename(): void {
    throw new Error('Not needed here.');
  }
}

/** One that the tests of a suite find under this scheme. To be called in its `describe`. */
export function useMemoryFileSystem(scheme: string): MemoryFileSystem {
  const memory = new MemoryFileSystem();
  let registration: vscode.Disposable;
  before(() => {
    registration = vscode.workspace.registerFileSystemProvider(scheme, memory, {
      isCaseSensitive: true,
    });
  });
  after(() => {
    registration.dispose();
  });
  return memory;
}

import * as vscode from 'vscode';

import { folderOf, nameOf } from '../../core/code/paths';
import { FolderNames } from '../../core/folderNames';
import { comparable } from '../../core/wordSearch';

interface Listing {
  /** As `comparable` has it: an event may name the folder in other letters than a text does. */
  readonly path: string;
  readonly names: Promise<FolderNames | undefined>;
}

/** Which image files are there. A folder is listed once and then again when something in it has come or gone. */
export class ImageFiles {
  private readonly folders = new Map<string, Listing>();

  /** Whether a file is there; `undefined` where that cannot be looked at: an offline disk makes nothing missing. */
  async has(file: vscode.Uri): Promise<boolean | undefined> {
    const folder = vscode.Uri.joinPath(file, '..');
    const names = await this.namesIn(folder);
    if (names === undefined) return undefined;
    const found = names.has(nameOf(file.path));
    if (found !== 'alike') return found;
    return vscode.workspace.fs.stat(file).then(
      () => true,
      () => false,
    );
  }

  /** Something has come or gone there: a file, or a folder with all that is in it. */
  forget({ path }: Pick<vscode.Uri, 'path'>): void {
    const gone = comparable(path);
    const parent = folderOf(gone);
    for (const [key, { path: folder }] of this.folders) {
      if (folder === parent || folder === gone || folder.startsWith(`${gone}/`))
        this.folders.delete(key);
    }
  }

  clear(): void {
    this.folders.clear();
  }

  /** The names in a folder; empty where it is not there, `undefined` where it cannot be looked at. */
  private namesIn(folder: vscode.Uri): Promise<FolderNames | undefined> {
    const key = folder.toString();
    const known = this.folders.get(key);
    if (known !== undefined) return known.names;
    const names = list(folder).catch(() => {
      this.folders.delete(key);
      return undefined;
    });
    this.folders.set(key, { path: comparable(folder.path), names });
    return names;
  }
}

async function list(folder: vscode.Uri): Promise<FolderNames> {
  const names = await vscode.workspace.fs.readDirectory(folder).then(
    (entries) => entries.map(([name]) => name),
    (error: unknown) => {
      const { code } = error as { readonly code?: unknown };
      if (code === 'FileNotFound' || code === 'FileNotADirectory') return [];
      throw error;
    },
  );
  return new FolderNames(names);
}

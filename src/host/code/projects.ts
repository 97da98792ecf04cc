import * as vscode from 'vscode';

import { folderOf } from '../../core/code/paths';
import { plainProject, type Project } from '../../core/code/project';
import { projectMarkers, recogniseProject } from '../../core/code/recogniseProject';
import { Disposable } from '../disposable';

/** The projects that the workspace's files belong to, told by the files in their folders and kept until those change. */
export class Projects extends Disposable {
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  /** Files may belong to other projects than before. */
  readonly onDidChange = this.changed.event;
  private readonly found = new Map<string, Promise<Project | undefined>>();

  constructor() {
    super();
    const watcher = this.register(vscode.workspace.createFileSystemWatcher(projectMarkers));
    const forget = () => {
      this.found.clear();
      this.changed.fire();
    };
    this.register(watcher.onDidCreate(forget));
    this.register(watcher.onDidChange(forget));
    this.register(watcher.onDidDelete(forget));
  }

  /**
   * The project of a file: the nearest folder above it that is one, up to its workspace folder, which is one in any
   * case. Of a file outside the workspace it is the file's folder. A folder that cannot be read counts for none.
   */
  async of(uri: vscode.Uri): Promise<Project> {
    const top = vscode.workspace.getWorkspaceFolder(uri)?.uri.path.replace(/\/$/, '');
    if (top === undefined) return plainProject(folderOf(uri.path));
    for (let path = folderOf(uri.path); path.length >= top.length; path = folderOf(path)) {
      const project = await this.at(uri.with({ path, query: '', fragment: '' }));
      if (project !== undefined) return project;
      if (path === '') break;
    }
    return plainProject(top);
  }

  private at(folder: vscode.Uri): Promise<Project | undefined> {
    const key = folder.toString();
    const known = this.found.get(key);
    if (known !== undefined) return known;
    const found = recognised(folder);
    this.found.set(key, found);
    return found;
  }
}

async function recognised(folder: vscode.Uri): Promise<Project | undefined> {
  return recogniseProject({
    root: folder.path,
    names: await list(folder),
    read: (path) => read(vscode.Uri.joinPath(folder, path)),
    list: (path) => list(vscode.Uri.joinPath(folder, path)),
  });
}

async function list(folder: vscode.Uri): Promise<readonly string[]> {
  try {
    return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
  } catch {
    return [];
  }
}

async function read(file: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  } catch {
    return undefined;
  }
}

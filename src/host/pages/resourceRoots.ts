import * as vscode from 'vscode';

import type { Asset } from '../../core/assets/asset';

/** What every page may load: its own files. */
export function ownRoots(extension: vscode.Uri): vscode.Uri[] {
  return [vscode.Uri.joinPath(extension, 'dist'), vscode.Uri.joinPath(extension, 'media')];
}

/** What a page with pictures may load: its own files, the workspace's, and what of `folders` lies outside of it. */
export function resourceRoots(extension: vscode.Uri, folders: readonly vscode.Uri[]): vscode.Uri[] {
  const workspace = (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri);
  const outside = folders.filter(
    (folder) => vscode.workspace.getWorkspaceFolder(folder) === undefined,
  );
  return [...ownRoots(extension), ...workspace, ...outside];
}

/** The folders of pictures, each once. Thousands of pictures lie in few: what is parsed is one address a folder. */
export function foldersOf(assets: readonly Pick<Asset, 'uri'>[]): vscode.Uri[] {
  const folders = new Set(assets.map(({ uri }) => uri.slice(0, uri.lastIndexOf('/'))));
  return [...folders].map((folder) => vscode.Uri.parse(folder));
}

import * as vscode from 'vscode';

/** What every page may load: its own files. */
export function ownRoots(extension: vscode.Uri): vscode.Uri[] {
  return [vscode.Uri.joinPath(extension, 'dist'), vscode.Uri.joinPath(extension, 'media')];
}

/** What a page with pictures may load: its own files, the workspace's, `folders`, and the folders of `pictures` outside of it. */
export function resourceRoots(
  extension: vscode.Uri,
  pictures: readonly vscode.Uri[],
  folders: readonly vscode.Uri[],
): vscode.Uri[] {
  const workspace = (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri);
  const outside = new Map(folders.map((folder) => [folder.toString(), folder]));
  for (const picture of pictures) {
    if (vscode.workspace.getWorkspaceFolder(picture) !== undefined) continue;
    const folder = vscode.Uri.joinPath(picture, '..');
    outside.set(folder.toString(), folder);
  }
  return [...ownRoots(extension), ...workspace, ...outside.values()];
}

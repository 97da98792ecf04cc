import * as vscode from 'vscode';

/**
 * The images in a folder and the folders in it, by these formats, sorted: at most about `most`. What begins with a dot
 * and node_modules are left out. Rejects where the folder itself cannot be read.
 */
export async function imagesBelow(
  folder: vscode.Uri,
  formats: RegExp,
  most = Infinity,
): Promise<readonly vscode.Uri[]> {
  const { fs } = vscode.workspace;
  const found: vscode.Uri[] = [];
  const open: (readonly [vscode.Uri, [string, vscode.FileType][]])[] = [
    [folder, await fs.readDirectory(folder)],
  ];
  for (let next = open.shift(); next !== undefined && found.length < most; next = open.shift()) {
    const [parent, entries] = next;
    for (const [name, type] of entries) {
      if (name.startsWith('.') || name === 'node_modules') continue;
      const uri = vscode.Uri.joinPath(parent, name);
      // Not through a link, which may lead back up.
      if (type === vscode.FileType.Directory)
        open.push([uri, await Promise.resolve(fs.readDirectory(uri)).catch(() => [])]);
      else if ((type & vscode.FileType.File) !== 0 && formats.test(name)) found.push(uri);
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

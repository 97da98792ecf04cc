import * as vscode from 'vscode';

import { IgnoreRules } from '../../core/code/ignoreRules';

/** No repository lies deeper. */
const MOST_LEVELS = 30;

/**
 * The rules that a folder on a disk has from outside its own `.gitignore` files: from the folders above it up to its
 * repository's, and from the repository's own list.
 */
export async function parentRules(folder: vscode.Uri): Promise<IgnoreRules> {
  const above: vscode.Uri[] = [];
  let top = folder;
  for (let level = 0; level < MOST_LEVELS; level += 1) {
    if (await isThere(vscode.Uri.joinPath(top, '.git'))) {
      const rules = new IgnoreRules(top.path);
      await addFrom(vscode.Uri.joinPath(top, '.git', 'info', 'exclude'), top.path, rules);
      for (const each of above)
        await addFrom(vscode.Uri.joinPath(each, '.gitignore'), each.path, rules);
      // Whoever opens a folder that its repository leaves out wants to work in it.
      return rules.ignores(`${folder.path}/`) ? new IgnoreRules(folder.path) : rules;
    }
    const parent = vscode.Uri.joinPath(top, '..');
    if (parent.path === top.path) break;
    above.push(parent);
    top = parent;
  }
  return new IgnoreRules(folder.path);
}

async function addFrom(file: vscode.Uri, folder: string, rules: IgnoreRules): Promise<void> {
  try {
    rules.add(folder, new TextDecoder().decode(await vscode.workspace.fs.readFile(file)));
  } catch {
    // Most folders have none.
  }
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

import * as vscode from 'vscode';

import {
  manifestNames,
  newManifest,
  withIcons,
  type ManifestIcon,
} from '../../core/assets/webManifest';
import type { Project } from '../../core/code/project';
import { exists } from '../assets/files';

/** How icons got into a manifest, or why not. */
export type ManifestEnd =
  | { readonly kind: 'added' | 'had-them' }
  | { readonly kind: 'mistake'; readonly line: number }
  | { readonly kind: 'refused' };

/** The manifest of a site: where it is served, else at the project's root or where Next looks for it. */
export async function findManifest(
  project: Project,
  of: vscode.Uri,
): Promise<vscode.Uri | undefined> {
  const folders = [...project.servedFolders, '', 'app', 'src/app', 'src'];
  for (const folder of folders) {
    for (const name of manifestNames) {
      const path = [project.root, folder, name].filter((part) => part !== '').join('/');
      const uri = of.with({ path });
      if (await exists(uri).catch(() => false)) return uri;
    }
  }
  return undefined;
}

/** Adds the icons that the manifest has not, as one step to undo; what was saved is saved again. */
export async function addIcons(
  manifest: vscode.Uri,
  icons: readonly ManifestIcon[],
): Promise<ManifestEnd> {
  const document = await vscode.workspace.openTextDocument(manifest);
  const text = document.getText();
  const changed = withIcons(text, icons);
  if (typeof changed !== 'string') return { kind: 'mistake', ...changed };
  if (changed === text) return { kind: 'had-them' };
  const wasSaved = !document.isDirty;
  const edit = new vscode.WorkspaceEdit();
  const { start, oldEnd, newEnd } = difference(text, changed);
  const range = new vscode.Range(document.positionAt(start), document.positionAt(oldEnd));
  edit.replace(manifest, range, changed.slice(start, newEnd));
  if (!(await vscode.workspace.applyEdit(edit))) return { kind: 'refused' };
  if (wasSaved) await document.save();
  return { kind: 'added' };
}

/** Makes a manifest for a site that has none; false where it was refused or one is there by now. */
export async function createManifest(
  manifest: vscode.Uri,
  name: string,
  icons: readonly ManifestIcon[],
): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  const contents = new TextEncoder().encode(newManifest(name, icons));
  edit.createFile(manifest, { overwrite: false, contents });
  return vscode.workspace.applyEdit(edit);
}

/** The one stretch in which two texts differ. */
function difference(before: string, after: string) {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { start, oldEnd: before.length - tail, newEnd: after.length - tail };
}

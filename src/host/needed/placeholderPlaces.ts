import * as vscode from 'vscode';

import { nthName } from '../../core/assets/fileName';
import type { ImageReference } from '../../core/code/imageReference';
import { placeholderName } from '../../core/code/placeholderName';
import type { Project } from '../../core/code/project';
import { readSettings } from '../settings';
import type { ImageFiles } from './imageFiles';

/** Where projects keep their images, the usual one first. */
const IMAGE_FOLDERS = [
  'images',
  'img',
  'assets/images',
  'assets/img',
  'src/assets/images',
  'src/assets',
  'src/images',
];

/** Finds names for the pictures that take placeholders' places: no name twice, and none that is taken. */
export class PlaceholderPlaces {
  private readonly given = new Set<string>();
  private readonly folders = new Map<string, Promise<vscode.Uri>>();

  constructor(private readonly images: Pick<ImageFiles, 'has'>) {}

  /** The file for a placeholder in `document`, in its project's image folder. */
  async fileFor(
    reference: ImageReference,
    document: vscode.Uri,
    project: Project,
  ): Promise<vscode.Uri> {
    const key = `${document.scheme}://${document.authority}${project.root}`;
    const folder = this.folders.get(key) ?? this.folderOf(project, document);
    this.folders.set(key, folder);
    const name = placeholderName(reference);
    const extension = extensionFor(document);
    for (let n = 1; ; n += 1) {
      const file = vscode.Uri.joinPath(await folder, `${nthName(name, n)}.${extension}`);
      // Two names that differ in case alone are one file on many disks.
      const id = file.toString().toLowerCase();
      // Where nobody can look, the name is taken as free: whoever makes the picture overwrites nothing.
      if (this.given.has(id) || (await this.images.has(file)) === true) continue;
      this.given.add(id);
      return file;
    }
  }

  private async folderOf(project: Project, document: vscode.Uri): Promise<vscode.Uri> {
    const root = document.with({ path: project.root });
    const [served] = project.servedFolders;
    const base = served === undefined ? root : vscode.Uri.joinPath(root, served);
    for (const name of IMAGE_FOLDERS) {
      const folder = vscode.Uri.joinPath(base, name);
      if (await isFolder(folder)) return folder;
    }
    if (served !== undefined) return vscode.Uri.joinPath(base, 'images');
    // An app packs nothing that lies outside it, and neither do docs.
    const isClosed = project.kind === 'flutter' || project.kind === 'sphinx';
    const workspace = isClosed ? undefined : vscode.workspace.getWorkspaceFolder(document)?.uri;
    const folder = workspace ?? root;
    return vscode.Uri.joinPath(folder, readSettings(document).assetsFolder);
  }
}

/** The chosen format's; a photograph's where the model decides. */
function extensionFor(document: vscode.Uri): string {
  const { outputFormat } = readSettings(document);
  return outputFormat === 'png' || outputFormat === 'webp' ? outputFormat : 'jpg';
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    ({ type }) => (type & vscode.FileType.Directory) !== 0,
    () => false,
  );
}

import pLimit from 'p-limit';
import * as vscode from 'vscode';

import type { Asset } from '../../core/assets/asset';
import { FolderNames } from '../../core/folderNames';
import { nameInUri } from '../../core/nameInUri';
import { exists } from './files';

type Placed = Pick<Asset, 'id' | 'uri'>;

/** Folders that are looked at at once: a remote disk answers late, and others ask it too. */
const AT_ONCE = 8;

/** So few files are asked for one by one: who knows what else lies in their folder. */
const FEW = 4;

/**
 * The ids of the assets whose file does not lie where it was saved. Each folder with more than a few is read once, however
 * many lie in it. A file system that is offline says nothing about its files.
 */
export async function goneAssets(assets: readonly Placed[]): Promise<ReadonlySet<string>> {
  const gone = new Set<string>();
  const folders = byFolder(assets);
  await pLimit(AT_ONCE).map(folders, async ([folder, inIt]) => {
    for (const { id } of await goneOf(folder, inIt)) gone.add(id);
  });
  return gone;
}

async function goneOf(folder: string, assets: readonly Placed[]): Promise<readonly Placed[]> {
  if (assets.length <= FEW) return goneOneByOne(assets);
  let names: FolderNames;
  try {
    const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.parse(folder));
    names = new FolderNames(entries.map(([name]) => name));
  } catch (error) {
    return error instanceof vscode.FileSystemError && error.code === 'FileNotFound' ? assets : [];
  }
  const gone: Placed[] = [];
  const alike: Placed[] = [];
  for (const asset of assets) {
    const found = names.has(nameInUri(asset.uri));
    if (found === false) gone.push(asset);
    else if (found === 'alike') alike.push(asset);
  }
  return [...gone, ...(await goneOneByOne(alike))];
}

/** Thousands of pictures lie in few folders: what is parsed is one address a folder. */
function byFolder(assets: readonly Placed[]): ReadonlyMap<string, readonly Placed[]> {
  const folders = new Map<string, Placed[]>();
  for (const asset of assets) {
    const folder = asset.uri.slice(0, asset.uri.lastIndexOf('/'));
    const inIt = folders.get(folder);
    if (inIt === undefined) folders.set(folder, [asset]);
    else inIt.push(asset);
  }
  return folders;
}

async function goneOneByOne(assets: readonly Placed[]): Promise<readonly Placed[]> {
  const gone: Placed[] = [];
  for (const asset of assets) {
    if (!(await exists(vscode.Uri.parse(asset.uri)).catch(() => true))) gone.push(asset);
  }
  return gone;
}

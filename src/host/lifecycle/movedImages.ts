import * as vscode from 'vscode';

import { fileDigest } from '../assets/fileDigest';
import { exists } from '../assets/files';
import { imagesBelow } from '../assets/imagesBelow';
import type { GeneratedFile } from './generatedFiles';
import type { Move } from './referenceEdits';

const IMAGES = '**/*.{png,jpg,jpeg,webp,avif,ico}';
const IMAGE = /\.(png|jpe?g|webp|avif|ico)$/i;
/** Others would be hashed for minutes; who has more of them has a better tool. */
const MOST_IMAGES = 5000;

/**
 * Where generated files that are gone lie now: the workspace's images are told by their bytes. One that nobody knows
 * yet is taken for one that has gone; of several alike the first by name.
 */
export async function findMovedImages(
  files: readonly GeneratedFile[],
  token?: vscode.CancellationToken,
): Promise<readonly Move[]> {
  const gone: GeneratedFile[] = [];
  for (const each of files) {
    // A file system that is offline says nothing about the file.
    const isGone = each.digest !== undefined && !(await exists(each.file).catch(() => true));
    if (isGone) gone.push(each);
  }
  if (gone.length === 0) return [];
  const known = new Set(files.map(({ file }) => file.toString()));
  const images = await imagesOfWorkspace(token);
  const strangers = images.filter((image) => !known.has(image.toString()));
  strangers.sort((one, other) => one.path.localeCompare(other.path));
  const places = new Map<string, vscode.Uri>();
  for (const image of strangers) {
    if (token?.isCancellationRequested === true) return [];
    const digest = await fileDigest(image).catch(() => undefined);
    if (digest !== undefined && !places.has(digest)) places.set(digest, image);
  }
  return gone.flatMap(({ file, digest = '' }) => {
    const to = places.get(digest);
    return to === undefined ? [] : [{ from: file, to }];
  });
}

async function imagesOfWorkspace(token?: vscode.CancellationToken): Promise<vscode.Uri[]> {
  try {
    return await vscode.workspace.findFiles(IMAGES, '**/node_modules/**', MOST_IMAGES, token);
  } catch {
    // Some builds of the editor come without the program that searches.
    const roots = vscode.workspace.workspaceFolders ?? [];
    const images = await Promise.all(
      roots.map(({ uri }) => imagesBelow(uri, IMAGE, MOST_IMAGES).catch(() => [])),
    );
    return images.flat().slice(0, MOST_IMAGES);
  }
}

import * as vscode from 'vscode';

import { densitySetOf } from '../../core/code/density';
import { wordsOfPath } from '../../core/code/nameWords';
import type { PixelSize } from '../../core/assets/size';
import { folderOf } from '../../core/code/paths';
import type { Picture } from '../../core/code/writing/picture';
import { findOrigin, type FindOriginPorts } from '../origin/findOrigin';

/** More of a prompt than this is no description of a picture any more. In characters. */
const LONGEST_ALT = 250;

/**
 * An image file as a document names it: with its size and prompt, as far as anything knows them, and the same picture in
 * other densities. An image that lies elsewhere than `document` is named by its path in the workspace.
 */
export async function pictureOf(
  image: vscode.Uri,
  document: vscode.Uri,
  ports: FindOriginPorts,
): Promise<Picture> {
  const set = densitySetOf(image.path, await namesBeside(image));
  const here = (path: string) => pathFor(image.with({ path }), document);
  const asset = ports.history.all.find(({ uri }) => uri === image.toString());
  const size = (await sizeOf(image.with({ path: set.path }), set.scale)) ?? asset;
  return {
    path: here(set.path),
    alt: shortened(asset?.prompt || (await wordsFor(image, ports))),
    ...(size === undefined ? {} : { width: size.width, height: size.height }),
    densities: set.finer.map(({ path, scale }) => ({ path: here(path), scale: scale / set.scale })),
  };
}

/** A picture that is still to come, as a document will name it. */
export function comingPicture(
  coming: { readonly file: vscode.Uri; readonly prompt: string; readonly size: PixelSize },
  document: vscode.Uri,
): Picture {
  const { file, prompt, size } = coming;
  return { path: pathFor(file, document), alt: shortened(prompt), ...size, densities: [] };
}

/** In CSS px; nothing where the file does not say. */
async function sizeOf(image: vscode.Uri, scale: number): Promise<PixelSize | undefined> {
  const { readImageSize } = await import('../assets/imageSizes');
  const size = await readImageSize(image);
  if (size === undefined) return undefined;
  return { width: Math.round(size.width / scale), height: Math.round(size.height / scale) };
}

/** The prompt that the lock or the file knows, else what the file's name says. */
async function wordsFor(image: vscode.Uri, ports: FindOriginPorts): Promise<string> {
  const origin = await findOrigin(image, ports).catch(() => undefined);
  return origin?.prompt || wordsOfPath(image.path);
}

function shortened(prompt: string): string {
  if (prompt.length <= LONGEST_ALT) return prompt;
  const cut = prompt.slice(0, LONGEST_ALT);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_ALT / 2))}…`;
}

async function namesBeside(image: vscode.Uri): Promise<readonly string[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(image, '..'));
    return entries.map(([name]) => name);
  } catch {
    return [];
  }
}

/** From one file system to another there is no way: then the path in the workspace stands for it. */
function pathFor(image: vscode.Uri, document: vscode.Uri): string {
  const isHere = image.scheme === document.scheme && image.authority === document.authority;
  if (isHere) return image.path;
  return `${folderOf(document.path)}/${vscode.workspace.asRelativePath(image, false)}`;
}

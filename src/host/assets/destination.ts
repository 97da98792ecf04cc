import { realpath } from 'node:fs/promises';
import nodePath, { dirname, relative } from 'node:path';

import * as vscode from 'vscode';

import { GenerationFailure, type FailureDetail } from '../../core/api/failure';
import type { ImageFormat } from '../../core/api/model';
import { formatOfName } from '../../core/assets/imageHeader';
import type { Settings } from '../settings';

/** Where a picture goes: a folder, and the name where somebody chose one. */
export interface Destination {
  readonly folder: vscode.Uri;
  /** Without extension. */
  readonly name?: string;
  /** The format that the chosen name asks for. */
  readonly format?: ImageFormat;
  /** The chosen name's own spelling of that format, without a dot: `jpeg`, `PNG`. */
  readonly extension?: string;
}

/**
 * The destination of a request: `target` (a folder, or a file name to use) or the assets folder of `workspaceFolder`.
 * Rejects with `invalid-request` before anything is spent.
 */
export async function resolveDestination(
  target: vscode.Uri | undefined,
  workspaceFolder: vscode.Uri | undefined,
  settings: Settings,
): Promise<Destination> {
  if (target !== undefined) return targetDestination(target);
  if (workspaceFolder === undefined) throw refused('no-folder');
  return { folder: await assetsFolder(workspaceFolder, settings.assetsFolder) };
}

async function targetDestination(target: vscode.Uri): Promise<Destination> {
  const format = formatOfName(target.path);
  const isFolder = await vscode.workspace.fs.stat(target).then(
    (stat) => (stat.type & vscode.FileType.Directory) !== 0,
    () => format === undefined,
  );
  if (isFolder) return { folder: target };
  const base = target.path.slice(target.path.lastIndexOf('/') + 1);
  return {
    folder: vscode.Uri.joinPath(target, '..'),
    name: base.replace(/\.[^.]*$/, '') || base,
    ...(format === undefined ? {} : { format, extension: base.slice(base.lastIndexOf('.') + 1) }),
  };
}

/**
 * The folder that `fluxAssets.assetsFolder` means in a workspace folder. Rejects with `invalid-request` where it leads
 * out of it.
 */
export async function assetsFolder(root: vscode.Uri, setting: string): Promise<vscode.Uri> {
  const path = setting.replaceAll('\\', '/');
  const folder = vscode.Uri.joinPath(root, path);
  const isAbsolute = path.startsWith('/') || /^[a-z]:/i.test(path);
  if (isAbsolute || !isWithin(root.path, folder.path) || !(await staysWithin(root, folder))) {
    throw refused('outside-workspace');
  }
  return folder;
}

function isWithin(root: string, path: string): boolean {
  const base = root.endsWith('/') ? root : `${root}/`;
  return path === root || path === base || path.startsWith(base);
}

/** On disk a link inside the workspace may lead out of it, and a repository can hold such a link. */
async function staysWithin(root: vscode.Uri, folder: vscode.Uri): Promise<boolean> {
  if (root.scheme !== 'file') return true;
  const realRoot = await realpath(root.fsPath);
  const real = await realpathOfNearest(folder.fsPath);
  return !leadsOutside(relative(realRoot, real));
}

/** Whether a path relative to a folder leaves it. On Windows the path to another drive is no relative one at all. */
export function leadsOutside(path: string, rules: nodePath.PlatformPath = nodePath): boolean {
  return path === '..' || path.startsWith(`..${rules.sep}`) || rules.isAbsolute(path);
}

async function realpathOfNearest(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    const parent = dirname(path);
    if (parent === path) throw error;
    return realpathOfNearest(parent);
  }
}

function refused(detail: FailureDetail): GenerationFailure {
  return new GenerationFailure({ code: 'invalid-request', charged: 'no', detail });
}

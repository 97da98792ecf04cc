import { constants, copyFile, link, lstat } from 'node:fs/promises';
import * as vscode from 'vscode';

import { nthName } from '../../core/assets/fileName';
import type { OnName } from './assetPart';
import { flushFile } from './fileBytes';
import { failedWith } from '../storage/fileErrors';
import { exists } from './files';
import type { PartFile } from './partFile';

/** A name that is looked for in a folder. */
export interface WantedName {
  readonly folder: vscode.Uri;
  /** Without extension. */
  readonly name: string;
  /** Without a dot. */
  readonly extension: string;
  readonly onName?: OnName | undefined;
}

const MOST_TRIES = 10_000;

/** Gives the bytes a name on the disk, beside the others: of many writers each gets another one. */
export async function claimOnDisk(file: PartFile, wanted: WantedName): Promise<vscode.Uri> {
  for (const uri of names(wanted)) {
    if (await isOnDisk(uri.fsPath)) continue;
    // Both before the name is taken; each waits for the disk.
    await Promise.all([file.flush(), wanted.onName?.(uri)]);
    if (await take(file, uri.fsPath)) return uri;
  }
  throw noFreeName(wanted);
}

/**
 * Writes the bytes under a free name where `workspace.fs` is the only way: it has no exclusive create, so nobody
 * else of ours may look for a name there meanwhile.
 */
export async function claimOffDisk(file: PartFile, wanted: WantedName): Promise<vscode.Uri> {
  await vscode.workspace.fs.createDirectory(wanted.folder);
  const bytes = await file.read();
  for (const uri of names(wanted)) {
    if (await exists(uri)) continue;
    await wanted.onName?.(uri);
    try {
      await vscode.workspace.fs.writeFile(uri, bytes);
    } catch (error) {
      await removeRest(uri, bytes).catch(() => undefined);
      throw error;
    }
    return uri;
  }
  throw noFreeName(wanted);
}

function* names({ folder, name, extension }: WantedName): Generator<vscode.Uri> {
  for (let n = 1; n <= MOST_TRIES; n += 1) {
    yield vscode.Uri.joinPath(folder, `${nthName(name, n)}.${extension}`);
  }
}

/** Takes the name unless it is taken: a link fails where a rename would overwrite. */
async function take(file: PartFile, path: string): Promise<boolean> {
  const takes = async () => link(file.path, path);
  try {
    await takes().catch(async (error: unknown) => {
      if (!failedWith(error, 'ENOENT')) throw error;
      await file.restore();
      await takes();
    });
    return true;
  } catch (error) {
    if (failedWith(error, 'EEXIST')) return false;
  }
  try {
    // A file system without hard links says so with one of many codes; an exclusive copy works on all.
    await copyFile(file.path, path, constants.COPYFILE_EXCL);
  } catch (error) {
    if (failedWith(error, 'EEXIST')) return false;
    throw error;
  }
  await flushFile(path);
  return true;
}

async function isOnDisk(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (failedWith(error, 'ENOENT')) return false;
    throw error;
  }
}

/** Removes what a write that failed has left, if it is the beginning of ours: the name was free before. */
async function removeRest(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
  const left = await vscode.workspace.fs.readFile(uri);
  const isOurs = Buffer.from(left).equals(bytes.subarray(0, left.length));
  if (isOurs && left.length < bytes.length) await vscode.workspace.fs.delete(uri);
}

function noFreeName({ name, extension }: WantedName): Error {
  return new Error(`No free name for ${name}.${extension}`);
}

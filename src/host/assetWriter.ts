import { randomBytes } from 'node:crypto';
import { constants, copyFile, link, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { nthName } from '../core/assets/fileName';
import { exists } from './files';

/** A file to be written under the first free name of `name.extension`, `name-2.extension`, … */
export interface NewFile {
  readonly folder: vscode.Uri;
  /** Without extension. */
  readonly name: string;
  /** Without a dot. */
  readonly extension: string;
  readonly bytes: Uint8Array;
}

const MOST_TRIES = 10_000;

/** Writes files, and never over another one. */
export class AssetWriter {
  private remoteWrite: Promise<unknown> = Promise.resolve();

  /** Writes the file and says where it lies. Rejects with the file system's own error. */
  async write(file: NewFile): Promise<vscode.Uri> {
    if (file.folder.scheme === 'file') return writeLocally(file);
    // `workspace.fs` has no exclusive create, so one write at a time looks for a free name and takes it.
    const write = this.remoteWrite.then(() => writeRemotely(file));
    this.remoteWrite = write.catch(() => undefined);
    return write;
  }
}

async function writeLocally(file: NewFile): Promise<vscode.Uri> {
  const folder = file.folder.fsPath;
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, `.${file.name}.${randomBytes(6).toString('hex')}.part`);
  try {
    await writeFlushed(temporary, file.bytes);
    for (let n = 1; n <= MOST_TRIES; n += 1) {
      const name = `${nthName(file.name, n)}.${file.extension}`;
      if (await claim(temporary, join(folder, name))) return vscode.Uri.joinPath(file.folder, name);
    }
    throw noFreeName(file);
  } finally {
    await rm(temporary, { force: true });
  }
}

async function writeFlushed(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(bytes);
    // Some network file systems cannot flush; the bytes are written all the same.
    await handle.sync().catch(() => undefined);
  } finally {
    await handle.close();
  }
}

/** Gives the temporary file its name unless that is taken: a link fails where a rename would overwrite. */
async function claim(temporary: string, path: string): Promise<boolean> {
  try {
    await link(temporary, path);
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
  }
  // A file system without hard links says so with one of many codes; an exclusive copy works on all.
  try {
    await copyFile(temporary, path, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
    throw error;
  }
}

async function writeRemotely(file: NewFile): Promise<vscode.Uri> {
  await vscode.workspace.fs.createDirectory(file.folder);
  for (let n = 1; n <= MOST_TRIES; n += 1) {
    const uri = vscode.Uri.joinPath(file.folder, `${nthName(file.name, n)}.${file.extension}`);
    if (await exists(uri)) continue;
    await vscode.workspace.fs.writeFile(uri, file.bytes);
    return uri;
  }
  throw noFreeName(file);
}

function noFreeName({ name, extension }: NewFile): Error {
  return new Error(`No free name for ${name}.${extension}`);
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}

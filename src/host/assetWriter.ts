import { randomBytes } from 'node:crypto';
import { constants, copyFile, link, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';

import * as vscode from 'vscode';

import { nthName } from '../core/assets/fileName';

/** A file to be written under the first free name of `name.extension`, `name-2.extension`, … */
export interface NewFile {
  readonly folder: vscode.Uri;
  /** Without extension. */
  readonly name: string;
  /** Without a dot. */
  readonly extension: string;
  readonly bytes: Uint8Array;
}

/** File systems without hard links answer one of these. */
const NO_HARD_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV']);
const MOST_TRIES = 10_000;

/** Writes the file and never over another one; returns where it lies. Rejects with the file system's own error. */
export async function writeNewFile(file: NewFile): Promise<vscode.Uri> {
  return file.folder.scheme === 'file' ? writeLocally(file) : writeRemotely(file);
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
    throw new Error(`No free name for ${file.name}.${file.extension}`);
  } finally {
    await rm(temporary, { force: true });
  }
}

async function writeFlushed(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Gives the temporary file its name unless that is taken: a link fails where a rename would overwrite. */
async function claim(temporary: string, path: string): Promise<boolean> {
  try {
    await link(temporary, path).catch((error: unknown) => {
      if (!NO_HARD_LINKS.has(codeOf(error))) throw error;
      return copyFile(temporary, path, constants.COPYFILE_EXCL);
    });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** `workspace.fs` has no exclusive create: the name is looked for first, the bytes go in one write. */
async function writeRemotely(file: NewFile): Promise<vscode.Uri> {
  await vscode.workspace.fs.createDirectory(file.folder);
  for (let n = 1; n <= MOST_TRIES; n += 1) {
    const uri = vscode.Uri.joinPath(file.folder, `${nthName(file.name, n)}.${file.extension}`);
    if (await exists(uri)) continue;
    await vscode.workspace.fs.writeFile(uri, file.bytes);
    return uri;
  }
  throw new Error(`No free name for ${file.name}.${file.extension}`);
}

/** Whether something lies at `uri`. An error other than "not found" rejects: it may hide a file. */
export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

import { tmpdir } from 'node:os';

import pLimit from 'p-limit';
import type * as vscode from 'vscode';

import { claimOffDisk, claimOnDisk, type WantedName } from './claiming';
import type { Exclusively } from '../storage/fileLock';
import { FolderFlushes } from '../storage/folderFlushes';
import type { PartFile } from './partFile';

/** Pictures that are in memory as a whole at a time, read and written anew: many that come together would fill it. */
const MOST_WHOLE = 2;

/** Where the temporary files of a folder's pictures lie, and how they get a name in it. */
export class PartPlaces {
  private readonly flushes = new FolderFlushes();
  /** Does what needs the whole picture in memory, of few at a time. */
  readonly withWhole = pLimit(MOST_WHOLE);

  constructor(
    private readonly partsFolder: vscode.Uri,
    private readonly exclusively: Exclusively,
  ) {}

  /** A path on this machine's disk: the folder itself where it lies there, so that its pictures can be linked. */
  diskFolderFor(folder: vscode.Uri): string {
    if (folder.scheme === 'file') return folder.fsPath;
    return this.partsFolder.scheme === 'file' ? this.partsFolder.fsPath : tmpdir();
  }

  /** Gives the bytes the first free name; where they lie then, through to the disk where that is this machine's. */
  async claim(file: PartFile, wanted: WantedName): Promise<vscode.Uri> {
    const { folder } = wanted;
    if (folder.scheme === 'file') {
      const uri = await claimOnDisk(file, wanted);
      // Its record goes soon after, which may lie on another disk.
      await this.flushes.flush(folder.fsPath);
      return uri;
    }
    return this.exclusively(folder.toString(), () => claimOffDisk(file, wanted));
  }
}

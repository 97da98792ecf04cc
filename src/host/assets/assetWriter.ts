import * as vscode from 'vscode';
import { nameOf } from '../../core/code/paths';
import type { AssetPart, OnName } from './assetPart';
import type { Exclusively } from '../storage/fileLock';
import { FilePart } from './filePart';
import { PartFile } from './partFile';
import { partsOf } from './partName';
import { PartPlaces } from './partPlaces';

/** Opens the way for pictures into their folders, where none is ever put over another file. */
export class AssetWriter {
  private readonly places: PartPlaces;

  /**
   * `partsFolder` is on this machine's disk, for pictures whose own folder is not. `exclusively` does one piece of
   * work at a time of those with the same name, over all windows.
   */
  constructor(partsFolder: vscode.Uri, exclusively: Exclusively) {
    this.places = new PartPlaces(partsFolder, exclusively);
  }

  /**
   * Opens a temporary file for a picture that will lie in `folder`: beside it, or in the parts' folder where that is
   * not on this machine's disk. Its name tells the owner, a task. Rejects with the file system's own error.
   */
  async open(folder: vscode.Uri, owner: string): Promise<AssetPart> {
    const file = await PartFile.create(this.places.diskFolderFor(folder), owner);
    return new FilePart(file, folder, this.places);
  }

  /**
   * Writes a whole file beside others: under the target's very name where that is free, else with a counter. `onName`
   * hears of each name before it is taken, and refuses it by rejecting. Rejects with the file system's own error, or
   * with what `onName` and the signal reject with; nothing is left then.
   */
  async write(
    target: vscode.Uri,
    bytes: Uint8Array,
    {
      onName,
      signal,
    }: { readonly onName?: OnName; readonly signal?: AbortSignal | undefined } = {},
  ): Promise<vscode.Uri> {
    const name = nameOf(target.path);
    const dot = name.lastIndexOf('.');
    const part = await this.open(vscode.Uri.joinPath(target, '..'), target.toString());
    try {
      await part.append(bytes);
      signal?.throwIfAborted();
      return await part.claim(name.slice(0, dot), name.slice(dot + 1), onName);
    } finally {
      await part.discard().catch(() => undefined);
    }
  }

  /**
   * What a window that died has left of an owner's picture for `folder`: the part with this SHA-256, where there is
   * one. The owner's other parts are removed.
   */
  async recover(
    folder: vscode.Uri,
    owner: string,
    digest?: string,
  ): Promise<AssetPart | undefined> {
    let found: AssetPart | undefined;
    for (const path of await partsOf(this.places.diskFolderFor(folder), owner)) {
      const file = await PartFile.adopt(path, owner).catch(() => undefined);
      if (file === undefined) continue;
      const isWhole = found === undefined && (await file.digest().catch(() => '')) === digest;
      if (isWhole) found = new FilePart(file, folder, this.places);
      else await file.remove().catch(() => undefined);
    }
    return found;
  }

  /**
   * Opens a file that is there already as a part, so that it can be moved and claimed elsewhere. The file itself
   * stays in any case: whoever has claimed the part removes it. Rejects with the file system's own error.
   */
  async reopen(file: vscode.Uri): Promise<AssetPart> {
    const folder = vscode.Uri.joinPath(file, '..');
    if (file.scheme === 'file') {
      return new FilePart(await PartFile.borrow(file.fsPath), folder, this.places);
    }
    const bytes = await vscode.workspace.fs.readFile(file);
    const part = await this.open(folder, file.toString());
    try {
      await part.append(bytes);
    } catch (error) {
      await part.discard();
      throw error;
    }
    return part;
  }
}

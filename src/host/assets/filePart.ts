import type * as vscode from 'vscode';

import { readImageHeader, type ImageHeader } from '../../core/assets/imageHeader';
import type { AssetPart, OnName } from './assetPart';
import type { PartFile } from './partFile';
import type { PartPlaces } from './partPlaces';

/** Enough for the header of nearly every picture, and the most that is read for one. In bytes. */
const HEAD = 512 * 1024;
/** Metadata of a camera can fill many segments of 64 KB before a JPEG says its size. In bytes. */
const LONGEST_JPEG_HEAD = 4 * 1024 * 1024;

/** An `AssetPart` whose bytes lie in a file on this machine's disk. */
export class FilePart implements AssetPart {
  private isOver = false;

  constructor(
    private readonly file: PartFile,
    private readonly folder: vscode.Uri,
    private readonly places: PartPlaces,
  ) {}

  get length(): number {
    return this.file.length;
  }

  append(piece: Uint8Array): Promise<void> {
    return this.file.append(piece);
  }

  clear(): Promise<void> {
    return this.file.clear();
  }

  async header(): Promise<ImageHeader | undefined> {
    const head = await this.file.read(HEAD);
    const header = readImageHeader(head);
    const isJpeg = head[0] === 0xff && head[1] === 0xd8;
    if (header !== undefined || !isJpeg || this.length <= HEAD) return header;
    return readImageHeader(await this.file.read(LONGEST_JPEG_HEAD));
  }

  digest(): Promise<string> {
    return this.file.digest();
  }

  rewrite(change: (bytes: Uint8Array) => Uint8Array): Promise<void> {
    return this.places.withWhole(async () => {
      const bytes = await this.file.read();
      const changed = change(bytes);
      if (changed !== bytes) await this.file.rewrite(changed);
    });
  }

  async claim(name: string, extension: string, onName?: OnName): Promise<vscode.Uri> {
    const { folder } = this;
    const uri = await this.places.claim(this.file, { folder, name, extension, onName });
    // It has its name; what cannot be removed is of no use to anybody.
    await this.discard().catch(() => undefined);
    return uri;
  }

  async moveTo(folder: vscode.Uri): Promise<AssetPart> {
    await this.file.moveTo(this.places.diskFolderFor(folder));
    this.isOver = true;
    return new FilePart(this.file, folder, this.places);
  }

  async discard(): Promise<void> {
    if (this.isOver) return;
    this.isOver = true;
    await this.file.remove();
  }
}

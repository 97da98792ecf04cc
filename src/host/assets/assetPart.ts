import type * as vscode from 'vscode';

import type { DownloadSink } from '../../core/api/downloading';
import type { ImageHeader } from '../../core/assets/imageHeader';

/** Hears of a name before it is taken, and is awaited. */
export type OnName = (uri: vscode.Uri) => Promise<void>;

/** A picture on its way into a folder: a `DownloadSink` that becomes a file under the first free name. */
export interface AssetPart extends DownloadSink {
  /** What the bytes that are there say of themselves; `undefined` where they are no PNG, JPEG or WebP. */
  header(): Promise<ImageHeader | undefined>;
  /** SHA-256 of what is there, hex. */
  digest(): Promise<string>;
  /**
   * Puts other bytes in the place of those that are there, all read at once; the same array changes nothing. If it
   * rejects, nothing has changed.
   */
  rewrite(change: (bytes: Uint8Array) => Uint8Array): Promise<void>;
  /**
   * Gives it the first free of `name.extension`, `name-2.extension`, … in its folder, never over another file, and
   * says where it lies then; the temporary file is gone. Rejects with the file system's own error, after which it
   * can be claimed or moved again.
   */
  claim(name: string, extension: string, onName?: OnName): Promise<vscode.Uri>;
  /**
   * Takes it, whole, to another folder, as a part there; this one is gone, but not a file that was reopened. If it
   * rejects, nothing has changed.
   */
  moveTo(folder: vscode.Uri): Promise<AssetPart>;
  /**
   * Removes the temporary file, never one that was reopened, after the piece that is just being written; after
   * `claim` or `moveTo` it does nothing.
   */
  discard(): Promise<void>;
}

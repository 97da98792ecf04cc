import * as vscode from 'vscode';

import { derivedFormatOf } from '../../core/assets/recipe';
import type { PixelSize } from '../../core/assets/size';
import type { Log } from '../../core/log';
import type { Placeholder } from '../../core/tasks/placeholder';
import { PictureDeriver } from '../derive/pictureDeriver';
import type { AssetWriter } from './assetWriter';
import { digestOf, fileDigest } from './fileDigest';

/** Where a placeholder is wanted. */
export interface WantedPlaceholder {
  readonly file: vscode.Uri;
  /** In px. */
  readonly size: PixelSize;
}

/** A placeholder that does not lie in its place yet. */
export interface PaintedPlaceholder extends Placeholder {
  readonly bytes: Uint8Array;
}

/** A grey that is seen on light and on dark pages alike: PNG, 2 × 2 px. */
const GREY = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR42mNoaGgAIgYIBQAk7gVB0gP2xAAAAABJRU5ErkJggg==',
  'base64',
);

/** Lays placeholders into the places of pictures to come, and takes them away again. */
export class PlaceholderFiles {
  constructor(
    private readonly writer: Pick<AssetWriter, 'write'>,
    private readonly log: Log,
    private readonly deriver: Pick<PictureDeriver, 'derive'> = new PictureDeriver(),
  ) {}

  /** Paints one in the format of its file's name; `undefined` where that is none, or it cannot be painted. */
  async paint({ file, size }: WantedPlaceholder): Promise<PaintedPlaceholder | undefined> {
    const format = derivedFormatOf(file.path);
    if (format === undefined) return undefined;
    const { signal } = new AbortController();
    try {
      const bytes = await this.deriver.derive(GREY, { format, ...size, fit: 'cover' }, signal);
      return { file: file.toString(), digest: digestOf(bytes), bytes };
    } catch (error) {
      this.log.debug(`A placeholder could not be painted: ${String(error)}`);
      return undefined;
    }
  }

  /** Lays one into its place, if that is free. Never rejects: the picture comes without it, too. */
  async lay({ file, bytes }: PaintedPlaceholder): Promise<void> {
    const place = vscode.Uri.parse(file, true);
    // Beside another file it would be one more file, and stand for nothing.
    const onName = (free: vscode.Uri) =>
      free.path === place.path
        ? Promise.resolve()
        : Promise.reject(new Error('The place is taken.'));
    try {
      await this.writer.write(place, bytes, { onName });
    } catch (error) {
      this.log.debug(`A placeholder could not be laid: ${String(error)}`);
    }
  }

  /** Takes away those that still lie there as they were laid. Never rejects. */
  async remove(placeholders: readonly Placeholder[]): Promise<void> {
    for (const { file, digest } of placeholders) {
      const place = vscode.Uri.parse(file, true);
      try {
        if ((await fileDigest(place)) === digest) await vscode.workspace.fs.delete(place);
      } catch {
        // What is not there, or cannot be read, is no placeholder.
      }
    }
  }
}

import * as vscode from 'vscode';

import { derivedFormatOf } from '../../core/assets/recipe';
import type { PixelSize } from '../../core/assets/size';
import type { Log } from '../../core/log';
import type { Placeholder } from '../../core/tasks/placeholder';
import type { PlannedReference, TemporaryReferences } from '../code/temporaryReferences';
import { PictureDeriver } from '../derive/pictureDeriver';
import type { AssetWriter } from './assetWriter';
import { digestOf, fileDigest } from './fileDigest';

/** Where a placeholder is wanted. */
export interface WantedPlaceholder {
  readonly file: vscode.Uri;
  /** In px. */
  readonly size: PixelSize;
  /** What is to name it in code as soon as it lies there. */
  readonly reference?: PlannedReference;
}

/** A placeholder that does not lie in its place yet. */
export interface PaintedPlaceholder extends Placeholder {
  readonly bytes: Uint8Array;
  readonly reference?: PlannedReference;
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
    private readonly references: Pick<TemporaryReferences, 'takeAway' | 'settle'>,
    private readonly log: Log,
    private readonly deriver: Pick<PictureDeriver, 'derive'> = new PictureDeriver(),
  ) {}

  /** Paints one in the format of its file's name; `undefined` where that is none, or it cannot be painted. */
  async paint({
    file,
    size,
    reference,
  }: WantedPlaceholder): Promise<PaintedPlaceholder | undefined> {
    const format = derivedFormatOf(file.path);
    if (format === undefined) return undefined;
    const { signal } = new AbortController();
    try {
      const bytes = await this.deriver.derive(GREY, { format, ...size, fit: 'cover' }, signal);
      const written = reference && { reference, written: reference.changes };
      return { file: file.toString(), digest: digestOf(bytes), bytes, ...written };
    } catch (error) {
      this.log.debug(`A placeholder could not be painted: ${String(error)}`);
      return undefined;
    }
  }

  /** Lays one into its place, if that is free, and names it. Never rejects: the picture comes without it, too. */
  async lay({ file, bytes, reference }: PaintedPlaceholder): Promise<void> {
    const place = vscode.Uri.parse(file, true);
    // Beside another file it would be one more file, and stand for nothing.
    const onName = (free: vscode.Uri) =>
      free.path === place.path
        ? Promise.resolve()
        : Promise.reject(new Error('The place is taken.'));
    try {
      await this.writer.write(place, bytes, { onName });
      await reference?.write();
    } catch (error) {
      this.log.debug(`A placeholder could not be laid: ${String(error)}`);
    }
  }

  /** Takes them away where no picture comes, and first what was written to name them. Never rejects. */
  async withdraw(placeholders: readonly Placeholder[]): Promise<void> {
    for (const { written } of placeholders) {
      if (written === undefined) continue;
      await this.references.takeAway(written).catch((error: unknown) => {
        this.log.debug(`A reference could not be taken away: ${String(error)}`);
      });
    }
    await this.remove(placeholders);
  }

  /** Lets what was written to name them name the picture as it has come. Never rejects. */
  async settle(placeholders: readonly Placeholder[], image: vscode.Uri): Promise<void> {
    for (const { file, written } of placeholders) {
      if (written === undefined) continue;
      const expected = vscode.Uri.parse(file, true);
      await this.references.settle(written, expected, image).catch((error: unknown) => {
        this.log.debug(`A reference could not be changed: ${String(error)}`);
      });
    }
  }

  /** Takes away those that still lie there as they were laid, to make room. Never rejects. */
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

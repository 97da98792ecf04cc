import * as vscode from 'vscode';

import { messageOf } from '../../core/api/failure';
import { readPictureHeader } from '../../core/assets/pictureHeader';
import { recipeProblem } from '../../core/assets/recipeCheck';
import type { Recipe } from '../../core/assets/recipe';
import type { Localizer } from '../../protocol/localizer';
import { AssetWriter } from '../assets/assetWriter';
import type { AssetLocks } from '../lock/assetLocks';
import { createFileLock } from '../storage/fileLock';
import { storageFolders } from '../storage/storageFolders';
import { withFactsOf } from './derivedFacts';
import { DerivingFailure } from './derivingFailure';
import { PictureDeriver } from './pictureDeriver';

/**
 * Makes one file of a picture, locally and for free, and says where it lies: at `target` if that name is free, else
 * beside it with a counter, never over another file. Rejects with a `DerivingFailure`; nothing was written then.
 */
export type DeriveFile = (
  source: vscode.Uri,
  recipe: Recipe,
  target: vscode.Uri,
  signal?: AbortSignal,
  /** Called when the file is made, and before its name is looked for: a placeholder makes room. */
  makeRoom?: () => Promise<void>,
) => Promise<vscode.Uri>;

/** The bytes of the file that a recipe makes of a picture. Rejects with a `DerivingFailure`. */
export type DeriveBytes = (
  source: vscode.Uri,
  recipe: Recipe,
  signal?: AbortSignal,
) => Promise<Uint8Array>;

/** Makes files of pictures. */
export interface FileDeriver {
  readonly deriveFile: DeriveFile;
  readonly deriveBytes: DeriveBytes;
}

/** What making files needs. */
export interface FileDeriverPorts {
  /** The extension's own storage, for what must be exclusive over all windows. */
  readonly globalStorage: vscode.Uri;
  /** Where a file is noted. */
  readonly locks: Pick<AssetLocks, 'recordDerived'>;
  /** Hears of a file that could not be noted; the file stays. */
  readonly onUnnoted: (error: unknown) => void;
  readonly l10n: Localizer;
}

/** Opens what makes files. Loaded with the first of them. */
export function openFileDeriver(ports: FileDeriverPorts): FileDeriver {
  const { locks, parts } = storageFolders(ports.globalStorage);
  const writer = new AssetWriter(parts, createFileLock(locks));
  const deriveBytes = createDeriveBytes(new PictureDeriver(), ports.l10n);
  return { deriveBytes, deriveFile: createDeriveFile({ ...ports, deriveBytes, writer }) };
}

interface WritePorts extends Pick<FileDeriverPorts, 'locks' | 'onUnnoted' | 'l10n'> {
  readonly deriveBytes: DeriveBytes;
  readonly writer: Pick<AssetWriter, 'write'>;
}

function createDeriveBytes(deriver: PictureDeriver, l10n: Localizer): DeriveBytes {
  return async (source, recipe, signal = new AbortController().signal) => {
    const name = vscode.workspace.asRelativePath(source, false);
    const unreadable = (cause: unknown) =>
      new DerivingFailure(
        'unreadable',
        l10n.t(
          '{0} cannot be read as a PNG, JPEG, WebP or AVIF image, so no file was made of it. Nothing was charged.',
          name,
        ),
        { cause },
      );
    try {
      signal.throwIfAborted();
      const bytes = await vscode.workspace.fs.readFile(source);
      signal.throwIfAborted();
      const header = readPictureHeader(bytes);
      if (header === undefined) throw unreadable(undefined);
      const problem = recipeProblem(recipe, header);
      if (problem !== undefined) throw refused(problem, name, l10n);
      return withFactsOf(bytes, await deriver.derive(bytes, recipe, signal), source);
    } catch (error) {
      if (error instanceof DerivingFailure) throw error;
      throw signal.aborted ? canceled(l10n) : unreadable(error);
    }
  };
}

function createDeriveFile(ports: WritePorts): DeriveFile {
  return async (source, recipe, target, signal, makeRoom) => {
    const bytes = await ports.deriveBytes(source, recipe, signal);
    await makeRoom?.();
    const file = await write(bytes, target, ports, signal);
    await ports.locks.recordDerived({ file, source, recipe }).catch(ports.onUnnoted);
    return file;
  };
}

async function write(
  bytes: Uint8Array,
  target: vscode.Uri,
  { writer, l10n }: WritePorts,
  signal: AbortSignal | undefined,
): Promise<vscode.Uri> {
  try {
    return await writer.write(target, bytes, { signal });
  } catch (error) {
    if (signal?.aborted === true) throw canceled(l10n);
    throw new DerivingFailure(
      'not-saved',
      l10n.t(
        '{0} could not be written: {1} Nothing was charged.',
        vscode.workspace.asRelativePath(target, false),
        messageOf(error).replace(/\.?$/, '.'),
      ),
      { cause: error },
    );
  }
}

function canceled(l10n: Localizer): DerivingFailure {
  return new DerivingFailure(
    'canceled',
    l10n.t('Canceled. No file was made, and nothing was charged.'),
  );
}

function refused(
  problem: 'too-large' | 'bad-recipe',
  name: string,
  l10n: Localizer,
): DerivingFailure {
  return new DerivingFailure(
    problem,
    problem === 'too-large'
      ? l10n.t(
          '{0} is larger than 100 megapixels, which is too large to make files of here. Nothing was charged.',
          name,
        )
      : l10n.t(
          'The size or quality that is asked for of {0} cannot be made: sides have 1 to 16383 pixels, quality is 1 to 100. Nothing was charged.',
          name,
        ),
  );
}

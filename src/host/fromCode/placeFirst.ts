import * as vscode from 'vscode';

import { deliveredFormat } from '../../core/api/deliveredFormat';
import { fileNameFrom, nthName } from '../../core/assets/fileName';
import { extensionOf } from '../../core/assets/imageHeader';
import { expectedSize } from '../../core/needed/expectedSize';
import { resolveDestination } from '../assets/destination';
import { exists } from '../assets/files';
import type { Place } from '../assets/saveFolder';
import { comingPicture } from '../code/pictureOf';
import type { DocumentPlace, TemporaryReferences } from '../code/temporaryReferences';
import { readSettings } from '../settings';
import type { GenerationOrder } from '../tasks/order';
import type { CodeOrder } from './codeOrder';

/** Where a picture goes, and what stands for it until it comes. */
export interface FirstPlace {
  readonly order: Place & Pick<GenerationOrder, 'target' | 'placeholder'>;
  /** Whether the reference stands in the code, or has stood there, so that none is to be written at the end. */
  readonly isNamed: () => boolean;
}

/**
 * Where placeholders come first, a file for the picture is fixed before the order goes out: a placeholder and a reference
 * in the code name it at once. Elsewhere the place is as it was asked for.
 */
export async function placeFirst(
  order: Pick<CodeOrder, 'model' | 'parameters'> & { readonly prompt: string },
  place: Place,
  find: () => Promise<DocumentPlace | undefined>,
  temporary: Pick<TemporaryReferences, 'plan'>,
): Promise<FirstPlace> {
  const plain: FirstPlace = { order: place, isNamed: () => false };
  if (!readSettings(place.workspaceFolder).placeholderFirst) return plain;
  const document = (await find())?.document.uri;
  // What speaks against the place is told by the order itself.
  const file = await freeFile(order, place).catch(() => undefined);
  if (document === undefined || file === undefined) return plain;
  const { prompt, parameters } = order;
  const size = expectedSize(parameters);
  const planned = await temporary.plan(comingPicture({ file, prompt, size }, document), find);
  if (planned === undefined) return plain;
  let isNamed = false;
  const write = async () => (isNamed = await planned.write());
  return {
    order: {
      ...place,
      target: file,
      placeholder: { file, size, reference: { ...planned, write } },
    },
    isNamed: () => isNamed,
  };
}

/** A free file by the template. What of it only the service knows is left out. */
async function freeFile(
  { prompt, model, parameters }: Parameters<typeof placeFirst>[0],
  { target, workspaceFolder }: Place,
): Promise<vscode.Uri> {
  const settings = readSettings(workspaceFolder);
  const { folder } = await resolveDestination(target, workspaceFolder, settings);
  const { seed } = parameters;
  const name = fileNameFrom(settings.fileName, {
    prompt,
    model: model.id,
    ...(typeof seed === 'number' ? { seed } : {}),
    id: '',
    createdAt: new Date(),
  });
  const extension = extensionOf(deliveredFormat(model, settings.outputFormat));
  for (let n = 1; ; n += 1) {
    const file = vscode.Uri.joinPath(folder, `${nthName(name, n)}.${extension}`);
    if (!(await exists(file))) return file;
  }
}

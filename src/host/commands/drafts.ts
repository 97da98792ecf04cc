import type * as vscode from 'vscode';

import type { Model } from '../../core/api/model';
import { draftValuesOf } from '../../core/api/draftValues';
import { findModel, modelOf, models } from '../../core/api/models';
import { dialectOf } from '../../core/api/provider';
import type { Asset } from '../../core/assets/asset';
import type { Origin } from '../../core/assets/origin';
import { askedShape } from '../../core/needed/askedShape';
import type { Draft } from '../../protocol/panel';
import { readSettings } from '../settings';

/** The draft that makes a picture like this one again. */
export function draftFromAsset(asset: Asset): Partial<Draft> {
  const values = draftValuesOf(modelOf(asset.model), {
    ...asset.parameters,
    ...(asset.seed === undefined ? {} : { seed: asset.seed }),
  });
  // A model without a prompt leaves what stands in the field.
  const prompt = asset.prompt === '' ? {} : { prompt: asset.prompt };
  return { ...prompt, model: asset.model, count: '1', values };
}

/** The draft that makes an image like this one, whoever made it, as far as is known how. */
export function draftFromOrigin(origin: Origin, scope: vscode.Uri): Partial<Draft> {
  const { prompt, seed, parameters = {} } = origin;
  const settings = readSettings(scope);
  const known = models.find(({ id, label }) => id === origin.model || label === origin.model);
  const isOurs = origin.provider !== undefined;
  const model = known ?? modelOf(isOurs && origin.model ? origin.model : settings.defaultModel);
  // Another program's size is a wish: what comes nearest to it.
  const size = { width: Number(parameters['width']), height: Number(parameters['height']) };
  const isSized = size.width > 0 && size.height > 0;
  const asked =
    isOurs || !isSized
      ? parameters
      : askedShape(model, dialectOf(settings.provider), size).parameters;
  const values = draftValuesOf(model, { ...asked, ...(seed === undefined ? {} : { seed }) });
  return { ...(prompt === undefined ? {} : { prompt }), model: model.id, count: '1', values };
}

/** What edits well at a fair price, where the default model does not edit. */
const EDITING_MODEL = 'flux-2-pro';

/** The draft for editing an image: the default model if it edits, else one that does. */
export function draftForEditing(scope: vscode.Uri | undefined): Partial<Draft> {
  const preferred = findModel(readSettings(scope).defaultModel);
  const edits = preferred !== undefined && editsImages(preferred);
  return { model: edits ? preferred.id : EDITING_MODEL };
}

/** Whether the model changes an image that it is given by a prompt; FLUX.1's image prompt is only a hint of style. */
function editsImages({ references, prompt }: Model): boolean {
  const [field] = references.fields;
  return prompt === 'required' && field !== undefined && field !== 'image_prompt';
}

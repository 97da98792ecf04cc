import type { Model } from '../core/api/model';
import { findModel, modelOf } from '../core/api/models';
import { takesPromptAlone } from './commands/selectModel';

/** What draws well at a fair price, where the default model needs a picture to begin with. */
const DRAWING_MODEL = 'flux-2-pro';

/** The model for an order of a prompt and nothing else: the default one if it can do with it, else one that can. */
export function drawingModel(defaultModel: string): Model {
  const model = findModel(defaultModel);
  return model === undefined || takesPromptAlone(model)
    ? modelOf(defaultModel)
    : modelOf(DRAWING_MODEL);
}

import { modelOf } from '../../core/api/models';
import type { Model } from '../../core/api/model';
import { dialectOf } from '../../core/api/provider';
import type { Estimate } from '../../core/money/estimate';
import { planNeeded, type NeededPlan } from '../../core/needed/neededPlan';
import { drawingModel } from '../drawingModel';
import { modelEstimate } from '../money/modelEstimate';
import { readSettings } from '../settings';
import type { NeededFile } from './neededFile';

/** A needed image as it would be ordered now. */
export interface NeededOrder {
  readonly image: NeededFile;
  readonly prompt: string;
  readonly model: Model;
  readonly plan: NeededPlan;
  readonly estimate: Estimate;
}

/** The order of an image by the settings that hold for it; with its own draft and the default model unless others are given. */
export function orderNeeded(
  image: NeededFile,
  { prompt = image.prompt, model: id }: { readonly prompt?: string; readonly model?: string } = {},
): NeededOrder {
  const settings = readSettings(image.file);
  const { provider, outputFormat } = settings;
  const model = id === undefined ? drawingModel(settings.defaultModel) : modelOf(id);
  const plan = planNeeded(image.wanted, { model, dialect: dialectOf(provider), outputFormat });
  const estimate = modelEstimate(model, settings, plan);
  return { image, prompt, model, plan, estimate };
}

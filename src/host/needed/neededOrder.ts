import { modelOf } from '../../core/api/models';
import type { Model } from '../../core/api/model';
import { dialectOf } from '../../core/api/provider';
import { estimateOf, type Estimate } from '../../core/money/estimate';
import { moneyOf } from '../../core/money/providerMoney';
import { planNeeded, type NeededPlan } from '../../core/needed/neededPlan';
import { drawingModel } from '../drawingModel';
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
  const { parameters } = plan;
  const biller = { id: provider, money: moneyOf(provider, settings) };
  const estimate = estimateOf({ model, provider: biller, parameters, references: [], count: 1 });
  return { image, prompt, model, plan, estimate };
}

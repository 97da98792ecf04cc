import type { Model } from '../../core/api/model';
import type { ProviderId } from '../../core/api/provider';
import { estimateOf, type Estimate, type EstimateOrder } from '../../core/money/estimate';
import { moneyOf, type MoneySettings } from '../../core/money/providerMoney';

/** What a person has set that decides about prices. */
type PriceSettings = MoneySettings & { readonly provider: ProviderId };

/** What else than a prompt an order gives. */
type Given = Partial<Pick<EstimateOrder, 'parameters' | 'references'>>;

/** What one picture of a model costs at the chosen provider; of a prompt alone where nothing else is given. */
export function modelEstimate(
  model: Model,
  settings: PriceSettings,
  { parameters = {}, references = [] }: Given = {},
): Estimate {
  const { provider: id } = settings;
  const provider = { id, money: moneyOf(id, settings) };
  return estimateOf({ model, provider, parameters, references, count: 1 });
}

/** The same before a size is chosen: where the size makes the price, at least that. */
export function leastEstimate(model: Model, settings: PriceSettings): Estimate {
  const estimate = modelEstimate(model, settings);
  if (estimate.kind !== 'priced' || estimate.outputMegapixels === undefined) return estimate;
  return { ...estimate, bound: 'from' };
}

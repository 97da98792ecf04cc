import type { Model } from '../api/model';
import { dialectOf, type Money, type ProviderId } from '../api/provider';
import { isSet } from '../api/parameterCheck';
import { referenceSize } from '../assets/referenceSize';
import type { PixelSize } from '../assets/size';
import { unaskedSize } from '../assets/unaskedSize';
import { chargeOf, type Charge } from './charge';
import { costOf, inputMegapixels } from './cost';
import type { PriceRow } from './price';
import { priceRow } from './prices';

/** Who bills, and how its credits become money. */
export interface Biller {
  readonly id: ProviderId;
  readonly money: Money;
}

/** What is about to be ordered. */
export interface EstimateOrder {
  readonly model: Model;
  readonly provider: Biller;
  /** By the API's own names; values that the request check would refuse are welcome. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** The chosen images' sizes before they are scaled for sending, in px; `undefined` where it is not known. */
  readonly references: readonly (PixelSize | undefined)[];
  /** How many pictures; what is no whole number from 1 counts as one. */
  readonly count: number;
}

/** What an order will cost, as far as that can be known before. */
export type Estimate =
  /** The provider takes no money. */
  | { readonly kind: 'free' }
  /** No source states a price. */
  | { readonly kind: 'unknown' }
  | PricedEstimate;

/** A price for all pictures of an order together. */
export interface PricedEstimate {
  readonly kind: 'priced';
  /** `from`: at least that, for a size or a price is not known; `about`: the price is not the provider's own word. */
  readonly bound: 'exact' | 'from' | 'about';
  /** In credits of the source, 1 credit = $0.01, and in the provider's money. */
  readonly charge: Charge;
  /** Of one picture, in units of 2^20 px: two decimals, and whole as billed; only where that makes the price. */
  readonly outputMegapixels?: number;
  readonly billedMegapixels?: number;
}

/** The least that a service takes as an image (bfl-api.md §3.4): what one of unknown size is counted as. */
const LEAST: PixelSize = { width: 64, height: 64 };

/** What an order costs at its provider; never throws, whatever is in the fields. */
export function estimateOf(order: EstimateOrder): Estimate {
  const { model, provider, parameters } = order;
  if (provider.id === 'demo') return { kind: 'free' };
  const dialect = dialectOf(provider.id);
  const row = priceRow(model.id, dialect);
  if (row === undefined) return { kind: 'unknown' };
  const inputs = sentImages(order);
  const output = outputSize(parameters, inputs);
  const cost = costOf(model, {
    dialect,
    pixels: output ?? LEAST,
    inputs: inputs.map((size) => size ?? LEAST),
    body: parameters,
  });
  if (cost.cost === undefined) return { kind: 'unknown' };
  const { outputMegapixels, billedMegapixels } = cost;
  const count = Number.isInteger(order.count) && order.count > 0 ? order.count : 1;
  const credits = Number((cost.cost * count).toPrecision(12));
  return {
    kind: 'priced',
    bound: boundOf(row, output === undefined ? undefined : billedMegapixels, inputs),
    charge: chargeOf(credits, provider.money),
    ...(row.price.kind === 'megapixel' && output !== undefined
      ? { outputMegapixels, billedMegapixels }
      : {}),
  };
}

/** What one megapixel more adds to a picture, where size makes the price and money is taken. Takes a model's id. */
export function furtherMegapixel(model: string, { id, money }: Biller): PricedEstimate | undefined {
  const row = id === 'demo' ? undefined : priceRow(model, dialectOf(id));
  if (row?.price.kind !== 'megapixel') return undefined;
  const charge = chargeOf(row.price.further, money);
  const bound = row.openEnded === true ? 'from' : row.basis === undefined ? 'exact' : 'about';
  return { kind: 'priced', bound, charge };
}

/** The images as they are sent, files and direct ones; what is sent directly has a size that nobody has read. */
function sentImages({ model, parameters, references }: EstimateOrder) {
  const { fields, maxPixels } = model.references;
  if (fields.length === 0) return [];
  const direct = [...new Set(fields)].map((field) => parameters[field]).filter(isSet);
  return [
    ...direct.flat().map(() => undefined),
    ...references.map((size) => (size === undefined ? undefined : referenceSize(size, maxPixels))),
  ];
}

/** The picture's size in px; `undefined` where it follows an image of unknown size. */
function outputSize(
  parameters: EstimateOrder['parameters'],
  inputs: readonly (PixelSize | undefined)[],
): PixelSize | undefined {
  const width = side(parameters['width']);
  const height = side(parameters['height']);
  if (width !== undefined && height !== undefined) return { width, height };
  const [first] = inputs;
  if (inputs.length > 0 && first === undefined) return undefined;
  const unasked = unaskedSize(first);
  return { width: width ?? unasked.width, height: height ?? unasked.height };
}

/** Also one that the service would refuse: its price helps to correct it. */
function side(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : undefined;
}

function boundOf(
  { price, basis, openEnded }: PriceRow,
  billedMegapixels: number | undefined,
  inputs: readonly (PixelSize | undefined)[],
): PricedEstimate['bound'] {
  if (price.kind === 'megapixel') {
    if (billedMegapixels === undefined || inputs.includes(undefined)) return 'from';
    if (openEnded === true && (billedMegapixels > 1 || inputs.length > 0)) return 'from';
    // How parts of an input megapixel are rounded is not verified (bfl-api.md §14.4).
    const isWhole = (size: PixelSize | undefined) =>
      size !== undefined && Number.isInteger(inputMegapixels(size));
    if (!inputs.every(isWhole)) return 'about';
  }
  return basis === undefined ? 'exact' : 'about';
}

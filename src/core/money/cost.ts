import type { Model } from '../api/model';
import type { Dialect } from '../api/provider';
import { MEGAPIXEL, type PixelSize } from '../assets/size';
import type { Price } from './price';
import { priceOf } from './prices';

/** One picture, as the service bills it. */
export interface BilledPicture {
  /** Whose list it is billed by. */
  readonly dialect: Dialect;
  readonly pixels: PixelSize;
  /** The images that it is made from, masks left out, as they are sent. */
  readonly inputs: readonly PixelSize[];
  /** The request's, for prices that depend on a field of it. */
  readonly body?: Readonly<Record<string, unknown>>;
}

/** What one picture costs by the price list, and the megapixels that the service bills. */
export interface PictureCost {
  /** In credits, 1 credit = $0.01; absent where no source states a price. */
  readonly cost?: number;
  /** All inputs together, in units of 2^20 px, two decimals: the service's `input_mp`. */
  readonly inputMegapixels: number;
  /** In units of 2^20 px, two decimals: the service's `output_mp`. */
  readonly outputMegapixels: number;
  /** The output as it is billed: whole units of 2^20 px. */
  readonly billedMegapixels: number;
}

/** A larger input is scaled down to this by the service before it is used (bfl-api.md §3.4). */
const LARGEST_INPUT_MEGAPIXELS = 4;

/**
 * The price of one picture (bfl-api.md §7): first + (output MP − 1) × further + input MP × input, the output rounded
 * up to whole MP as observed (1920 × 1080 at flux-2-pro: 4.5). How inputs are rounded is not verified: their sum is
 * rounded up here, each counted as at most 4 MP.
 */
export function costOf(
  model: Model,
  { dialect, pixels, inputs, body = {} }: BilledPicture,
): PictureCost {
  const output = megapixels(pixels);
  const input = inputs.map(inputMegapixels).reduce((sum, one) => sum + one, 0);
  const billed = Math.max(Math.ceil(output), 1);
  const cost = creditsOf(priceOf(model.id, dialect), model, billed, Math.ceil(input), body);
  return {
    ...(cost === undefined ? {} : { cost }),
    inputMegapixels: rounded(input),
    outputMegapixels: rounded(output),
    billedMegapixels: billed,
  };
}

/** In units of 2^20 px, as far as the service uses an input. */
export function inputMegapixels(size: PixelSize): number {
  return Math.min(megapixels(size), LARGEST_INPUT_MEGAPIXELS);
}

function creditsOf(
  price: Price,
  { parameters }: Model,
  output: number,
  input: number,
  body: Readonly<Record<string, unknown>>,
): number | undefined {
  switch (price.kind) {
    case 'megapixel':
      return withoutBinaryNoise(price.first + (output - 1) * price.further + input * price.input);
    case 'flat':
      return price.credits;
    case 'choice': {
      const parameter = parameters.find((one) => one.name === price.parameter);
      const chosen = body[price.parameter] ?? parameter?.default;
      return typeof chosen === 'string' && Object.hasOwn(price.credits, chosen)
        ? price.credits[chosen]
        : undefined;
    }
    case 'unknown':
      return undefined;
  }
}

function megapixels({ width, height }: PixelSize): number {
  return (width * height) / MEGAPIXEL;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** 1.4 + 0.1 + 0.1 is 1.6 on the price list but not in binary. */
function withoutBinaryNoise(credits: number): number {
  return Number(credits.toPrecision(12));
}

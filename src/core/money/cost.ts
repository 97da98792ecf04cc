import type { Model } from '../api/model';
import { MEGAPIXEL, type PixelSize } from '../assets/size';

/** What one picture costs by the price list, and the megapixels that the service bills. */
export interface PictureCost {
  /** In credits, 1 credit = $0.01; absent where no source states a price. */
  readonly cost?: number;
  /** All inputs together, in units of 2^20 px, two decimals: the service's `input_mp`. */
  readonly inputMegapixels: number;
  /** In units of 2^20 px, two decimals: the service's `output_mp`. */
  readonly outputMegapixels: number;
}

/** A larger input is scaled down to this by the service before it is used (bfl-api.md §3.4). */
const LARGEST_INPUT_MEGAPIXELS = 4;

/**
 * The price of one picture of `pixels` made from `inputs` (bfl-api.md §7): first + (output MP − 1) × further
 * + input MP × input, the output rounded up to whole MP as observed (1920 × 1080 at flux-2-pro: 4.5).
 * How inputs are rounded is not verified: their sum is rounded up here, each counted as at most 4 MP.
 * `body` is the request's, for prices that depend on a field of it.
 */
export function costOf(
  model: Model,
  pixels: PixelSize,
  inputs: readonly PixelSize[],
  body: Readonly<Record<string, unknown>> = {},
): PictureCost {
  const output = megapixels(pixels);
  const input = inputs.reduce(
    (sum, one) => sum + Math.min(megapixels(one), LARGEST_INPUT_MEGAPIXELS),
    0,
  );
  const cost = creditsOf(model, Math.ceil(output), Math.ceil(input), body);
  return {
    ...(cost === undefined ? {} : { cost }),
    inputMegapixels: rounded(input),
    outputMegapixels: rounded(output),
  };
}

function creditsOf(
  { price, parameters }: Model,
  outputMegapixels: number,
  inputMegapixels: number,
  body: Readonly<Record<string, unknown>>,
): number | undefined {
  switch (price.kind) {
    case 'megapixel':
      return withoutBinaryNoise(
        price.first +
          Math.max(outputMegapixels - 1, 0) * price.further +
          inputMegapixels * price.input,
      );
    case 'flat':
      return price.credits;
    case 'choice': {
      const parameter = parameters.find((one) => one.name === price.parameter);
      const chosen = body[price.parameter] ?? parameter?.default;
      return typeof chosen === 'string' ? price.credits[chosen] : undefined;
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

import { MEGAPIXEL } from '../../assets/size';
import type {
  ChoiceParameter,
  FlagParameter,
  ImageFormat,
  NumberParameter,
  RatioParameter,
  SizeStep,
} from '../model';

/** Fields that several families share. Limits: bfl-api.md §3; the relay's: the service's page §3. */

/** What FLUX.2 scales a larger reference down to by itself, in px (§3.4). */
export const flux2ReferencePixels = 4 * MEGAPIXEL;

/** 20 MP, which the other editing models take (§3.5, §3.10), in px: read as millions, the smaller of both readings. */
export const editReferencePixels = 20_000_000;

/** No page states a range. */
export const seed: NumberParameter = { kind: 'integer', name: 'seed' };

/** 0 is the strictest; the upper end differs by family, and above it the service answers 422. */
export function safetyTolerance(max: number): NumberParameter {
  return { kind: 'integer', name: 'safety_tolerance', min: 0, max, default: 2 };
}

/** The format of the file, with the one that arrives when none is asked for. */
export function outputFormat(byDefault: ImageFormat): ChoiceParameter {
  return {
    kind: 'choice',
    name: 'output_format',
    values: ['jpeg', 'png', 'webp'],
    default: byDefault,
  };
}

/** Turns off the rewriting of the prompt, which FLUX.2 [pro] and [max] do unasked. */
export const disablePromptUpsampling: FlagParameter = {
  kind: 'flag',
  name: 'disable_pup',
  default: false,
  inverse: true,
};

/** Has the service rewrite the prompt before it is used. */
export function promptUpsampling(byDefault: boolean): FlagParameter {
  return { kind: 'flag', name: 'prompt_upsampling', default: byDefault };
}

/** How often the picture is refined. */
export function steps(min: number, max: number, byDefault: number): NumberParameter {
  return { kind: 'integer', name: 'steps', min, max, default: byDefault };
}

/** How closely the prompt is followed. */
export function guidance(min: number, max: number, byDefault: number): NumberParameter {
  return { kind: 'number', name: 'guidance', min, max, default: byDefault };
}

/** FLUX.2's and outpainting's largest picture in px: 2048 × 2048 (§3.1, §4). */
export const largestArea = 4 * MEGAPIXEL;

/** FLUX.2 takes any size from 64 px up to `largestArea`; multiples of 16 are advised. */
export const freeSize: readonly NumberParameter[] = size({
  min: 64,
  step: { source: 1, relay: 32, hint: 16 },
});

/** FLUX.1 takes 256–1440 px in steps of 32 everywhere. */
export const steppedSize: readonly NumberParameter[] = [
  {
    ...sizeField('width', { min: 256, max: 1440, step: { source: 32, relay: 32 } }),
    default: 1024,
  },
  {
    ...sizeField('height', { min: 256, max: 1440, step: { source: 32, relay: 32 } }),
    default: 768,
  },
];

interface SizeLimits {
  readonly min: number;
  readonly max?: number;
  readonly step: SizeStep;
  readonly required?: true;
}

/** Width and height under the same limits, in px. */
export function size(limits: SizeLimits): readonly NumberParameter[] {
  return [sizeField('width', limits), sizeField('height', limits)];
}

function sizeField(name: string, limits: SizeLimits): NumberParameter {
  return { kind: 'integer', name, ...limits };
}

/** Any ratio from 21:9 to 9:21 at the source; the relay names these eleven. */
export const aspectRatio: RatioParameter = {
  kind: 'ratio',
  name: 'aspect_ratio',
  values: ['1:1', '16:9', '21:9', '3:2', '2:3', '4:5', '5:4', '3:4', '4:3', '9:16', '9:21'],
  widest: 21 / 9,
  narrowest: 9 / 21,
};

/** `input_image`, `input_image_2`, …: how FLUX.2 and Kontext name their references. */
export function inputImages(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) =>
    index === 0 ? 'input_image' : `input_image_${String(index + 1)}`,
  );
}

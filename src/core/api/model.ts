/**
 * The shape of one catalogue row: all that the panel, the request check and the simulator need to know of a model,
 * but for its prices, which differ by provider (`money/prices.ts`). Rows are in `models.ts`.
 */
export interface Model {
  /** The endpoint's path below the base, which is also the id that people choose by: `flux-2-pro`. */
  readonly id: string;
  /** The name as Black Forest Labs writes it: `FLUX.2 [pro]`. */
  readonly label: string;
  readonly family: ModelFamily;
  /** What to take it for, in a few English words. */
  readonly purpose: string;
  /** Whether the endpoint takes a prompt at all, and whether it can do without one. */
  readonly prompt: 'required' | 'optional' | 'none';
  /** Every other field the endpoint takes, in the order the panel shows them. */
  readonly parameters: readonly Parameter[];
  /** The largest `width` × `height`, in px, where more than the sides is limited. */
  readonly maxOutputPixels?: number;
  readonly references: References;
  /** Fields that the endpoint takes and the panel does not offer; they pass unchecked. */
  readonly passes?: readonly string[];
  /** Of these numbers at least one has to be above zero: the four sides of expand. */
  readonly anyPositive?: readonly string[];
  /** True where an unknown field is refused with 422 (bfl-api.md §4, §5). */
  readonly strict: boolean;
  /** Where a source says that the model is served; elsewhere it is listed as not confirmed. */
  readonly confirmed: { readonly bfl: boolean; readonly relay: boolean };
  /** Names of parameters whose limits no page states and which follow the family's. */
  readonly assumed: readonly string[];
  /** Active tasks that the service allows for this model, where it is fewer than the account's 24. */
  readonly maxActiveTasks?: number;
  /** The format that arrives when none is asked for. */
  readonly defaultFormat: ImageFormat;
}

/** What the service delivers and takes. */
export type ImageFormat = 'png' | 'jpeg' | 'webp';

/** Models that differ in quality and price only; rules that hold for all of them are told by it. */
export type ModelFamily =
  | 'flux-2'
  | 'flux-2-flex'
  | 'flux-2-klein'
  | 'flux-3'
  | 'kontext'
  | 'flux-1'
  | 'ultra'
  | 'fill'
  | 'expand'
  | 'outpainting'
  | 'erase'
  | 'deblur';

/** A field of the request body, by the API's own name (`width`, `aspect_ratio`, `disable_pup`, …). */
export type Parameter = NumberParameter | FlagParameter | ChoiceParameter | RatioParameter;

/** A number within bounds; both ends belong to the range, and a bound that is absent is not known. */
export interface NumberParameter {
  readonly kind: 'integer' | 'number';
  readonly name: string;
  readonly min?: number;
  readonly max?: number;
  /** What the service takes when the field is left out; absent where it chooses by itself. */
  readonly default?: number;
  readonly required?: true;
  /** Sizes only: px steps that the source and the relay insist on, and the one the source prefers. */
  readonly step?: SizeStep;
}

/** What a side has to be a multiple of, in px; 1 means any. */
export interface SizeStep {
  /** Required by the source (`bfl`, `demo`, `custom`): 1 or 32 px. */
  readonly source: number;
  /** Required by the relay (`openai-hk`): 32 px (the service's page §3). */
  readonly relay: number;
  /** Not required: what the documentation advises (bfl-api.md §3.1). How other sizes are rounded is not verified (§14.4). */
  readonly hint?: number;
}

/** A switch. */
export interface FlagParameter {
  readonly kind: 'flag';
  readonly name: string;
  readonly default: boolean;
  /** The switch that people see means the opposite of the field: `disable_pup` is shown as Enhance prompt. */
  readonly inverse?: true;
}

/** One of a few words. */
export interface ChoiceParameter {
  readonly kind: 'choice';
  readonly name: string;
  readonly values: readonly string[];
  readonly default?: string;
}

/** `aspect_ratio` as `W:H`: any ratio between the bounds at the source, the listed ones at the relay. */
export interface RatioParameter {
  readonly kind: 'ratio';
  readonly name: string;
  readonly values: readonly string[];
  /** Widest and narrowest as width ÷ height. */
  readonly widest: number;
  readonly narrowest: number;
  readonly default?: string;
}

/** The images that go with a request, as bare base64 in the body (bfl-api.md §3.4). */
export interface References {
  /** Field names in order: `input_image`, `input_image_2`, … or `image`, `mask`. Empty: takes none. */
  readonly fields: readonly string[];
  /** True where all go into one array field (`images` of FLUX 3), then `fields` repeats that name. */
  readonly array?: true;
  /** How many the endpoint cannot do without. */
  readonly required: number;
  /** The largest image that the endpoint takes, or has a use for, in px; a larger one is scaled before it is sent. */
  readonly maxPixels: number;
}

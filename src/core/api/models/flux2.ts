import type { Model, Parameter, References } from '../model';
import {
  disablePromptUpsampling,
  flux2ReferencePixels,
  freeSize,
  guidance,
  inputImages,
  largestArea,
  outputFormat,
  promptUpsampling,
  safetyTolerance,
  seed,
  steps,
} from './parameters';

/** FLUX.2 (bfl-api.md §3.1–3.3). */

type Row = Omit<Model, 'family' | keyof typeof common>;

const closing: readonly Parameter[] = [safetyTolerance(5), outputFormat('jpeg')];

const common = {
  prompt: 'required',
  strict: false,
  defaultFormat: 'jpeg',
  maxOutputPixels: largestArea,
} as const;

function references(count: number): References {
  return { fields: inputImages(count), required: 0, maxPixels: flux2ReferencePixels };
}

function withUpsamplingOff(row: Omit<Row, 'parameters' | 'references'>): Model {
  return {
    ...common,
    ...row,
    family: 'flux-2',
    parameters: [...freeSize, seed, disablePromptUpsampling, ...closing],
    references: references(8),
  };
}

/** Four references for 9B too: the spec and the docs say so, only the official SDK says five. */
function klein(row: Omit<Row, 'parameters' | 'references' | 'assumed'>): Model {
  return {
    ...common,
    ...row,
    family: 'flux-2-klein',
    parameters: [...freeSize, seed, ...closing],
    references: references(4),
    assumed: ['width', 'height'],
  };
}

/** §3.3. */
export const klein4b: Model = klein({
  id: 'flux-2-klein-4b',
  label: 'FLUX.2 [klein] 4B',
  purpose: 'Cheapest and fastest: drafts, placeholders, textures',
  confirmed: { bfl: true, relay: true },
});

/** §3.3. */
export const klein9b: Model = klein({
  id: 'flux-2-klein-9b',
  label: 'FLUX.2 [klein] 9B',
  purpose: 'Fast drafts with more detail',
  confirmed: { bfl: true, relay: true },
});

/** §3.3; the variant that moves on. */
export const klein9bPreview: Model = klein({
  id: 'flux-2-klein-9b-preview',
  label: 'FLUX.2 [klein] 9B preview',
  purpose: 'The newest klein 9B; results may change from day to day',
  confirmed: { bfl: true, relay: false },
});

/** §3.1. */
export const flux2Max: Model = withUpsamplingOff({
  id: 'flux-2-max',
  label: 'FLUX.2 [max]',
  purpose: 'Best quality: heroes, current facts, consistent characters',
  confirmed: { bfl: true, relay: true },
  assumed: [],
});

/** §3.1; the default of *Default Model*. */
export const flux2Pro: Model = withUpsamplingOff({
  id: 'flux-2-pro',
  label: 'FLUX.2 [pro]',
  purpose: 'The all-rounder: good pictures and edits at a fair price',
  confirmed: { bfl: true, relay: true },
  assumed: [],
});

/** §3.1; the variant that moves on. */
export const flux2ProPreview: Model = withUpsamplingOff({
  id: 'flux-2-pro-preview',
  label: 'FLUX.2 [pro] preview',
  purpose: 'The newest pro; results may change from day to day',
  confirmed: { bfl: true, relay: false },
  assumed: ['width', 'height'],
});

/** §3.2. */
export const flux2Flex: Model = {
  ...common,
  id: 'flux-2-flex',
  label: 'FLUX.2 [flex]',
  family: 'flux-2-flex',
  purpose: 'Text in pictures: UI mock-ups, infographics, banners',
  parameters: [
    ...freeSize,
    seed,
    steps(1, 50, 50),
    guidance(1.5, 10, 5),
    promptUpsampling(true),
    ...closing,
  ],
  references: references(8),
  confirmed: { bfl: true, relay: true },
  assumed: [],
};

/** A model that the catalogue does not know, in FLUX.2's shape: the service decides what it takes. */
export function otherModel(id: string): Model {
  return {
    ...flux2Pro,
    id,
    label: id,
    purpose: 'A model that this version does not know',
    confirmed: { bfl: false, relay: false },
    assumed: flux2Pro.parameters.map((parameter) => parameter.name),
  };
}

import type { Model } from '../model';
import {
  aspectRatio,
  editReferencePixels,
  inputImages,
  outputFormat,
  promptUpsampling,
  safetyTolerance,
  seed,
} from './parameters';

/** FLUX.1 Kontext: editing by words (bfl-api.md §3.5, limits §6.1). */

const common = {
  family: 'kontext',
  prompt: 'required',
  parameters: [aspectRatio, seed, safetyTolerance(6), promptUpsampling(false), outputFormat('png')],
  references: { fields: inputImages(4), required: 0, maxPixels: editReferencePixels },
  strict: false,
  confirmed: { bfl: true, relay: true },
  assumed: [],
  defaultFormat: 'png',
} as const satisfies Partial<Model>;

/** The quicker of both. */
export const kontextPro: Model = {
  ...common,
  id: 'flux-kontext-pro',
  label: 'FLUX.1 Kontext [pro]',
  purpose: 'Edits a picture by a sentence and keeps the rest',
};

/** The dearer of both, with a limit of its own on active tasks. */
export const kontextMax: Model = {
  ...common,
  id: 'flux-kontext-max',
  label: 'FLUX.1 Kontext [max]',
  purpose: 'Edits with the closest following of the words, and text in pictures',
  maxActiveTasks: 6,
};

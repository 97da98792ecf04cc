import type { Model, NumberParameter, Parameter } from '../model';
import {
  editReferencePixels,
  guidance,
  outputFormat,
  promptUpsampling,
  safetyTolerance,
  seed,
  steps,
} from './parameters';

/** FLUX.1 Fill and Expand: repainting a part, and growing a picture (bfl-api.md §3.10). */

const closing: readonly Parameter[] = [
  seed,
  steps(15, 50, 50),
  guidance(1.5, 100, 60),
  safetyTolerance(6),
  promptUpsampling(false),
  outputFormat('jpeg'),
];

const common = {
  prompt: 'optional',
  strict: false,
  confirmed: { bfl: true, relay: false },
  defaultFormat: 'jpeg',
} as const satisfies Partial<Model>;

/** The mask is white where to repaint; without it the image's own alpha is the mask. */
export const fill: Model = {
  ...common,
  id: 'flux-pro-1.0-fill',
  label: 'FLUX.1 Fill [pro]',
  family: 'fill',
  purpose: 'Repaints a masked part of a picture',
  parameters: closing,
  references: { fields: ['image', 'mask'], required: 1, maxPixels: editReferencePixels },
  assumed: [],
};

const sides = ['top', 'bottom', 'left', 'right'];

function side(name: string): NumberParameter {
  return { kind: 'integer', name, min: 0, max: 2048, default: 0 };
}

/** No prompt needed, but a side to grow on. */
export const expand: Model = {
  ...common,
  id: 'flux-pro-1.0-expand',
  label: 'FLUX.1 Expand [pro]',
  family: 'expand',
  purpose: 'Grows a picture on any of its sides',
  parameters: [...sides.map(side), ...closing],
  references: { fields: ['image'], required: 1, maxPixels: editReferencePixels },
  anyPositive: sides,
  assumed: [],
};

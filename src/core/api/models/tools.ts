import type { Model } from '../model';
import { MEGAPIXEL } from '../../assets/size';
import {
  disablePromptUpsampling,
  editReferencePixels,
  largestArea,
  outputFormat,
  safetyTolerance,
  seed,
  size,
} from './parameters';

/** FLUX Tools (bfl-api.md §4). */

const common = {
  confirmed: { bfl: true, relay: false },
  defaultFormat: 'png',
} as const satisfies Partial<Model>;

/** `mode` has been `high` before there was a choice, so that is what an unset one is taken to be. */
export const outpainting: Model = {
  ...common,
  id: 'flux-tools/outpainting-v1',
  label: 'FLUX Outpainting',
  family: 'outpainting',
  purpose: 'Lays a picture on a larger canvas and paints the rest',
  prompt: 'optional',
  parameters: [
    ...size({ min: 64, step: { source: 1, relay: 32 }, required: true }),
    { kind: 'integer', name: 'reference_offset_x' },
    { kind: 'integer', name: 'reference_offset_y' },
    { kind: 'flag', name: 'auto_crop', default: false },
    { kind: 'choice', name: 'mode', values: ['high', 'fast'], default: 'high' },
    safetyTolerance(5),
    disablePromptUpsampling,
    outputFormat('png'),
  ],
  references: { fields: ['input_image'], required: 1, maxPixels: editReferencePixels },
  maxOutputPixels: largestArea,
  passes: ['user'],
  strict: true,
  assumed: ['mode'],
};

/** The mask is white where to remove, and as large as the image. */
export const erase: Model = {
  ...common,
  id: 'flux-tools/erase-v1',
  label: 'FLUX Erase',
  family: 'erase',
  purpose: 'Removes what a mask covers',
  prompt: 'none',
  parameters: [
    { kind: 'integer', name: 'dilate_pixels', min: 0, max: 25, default: 10 },
    seed,
    safetyTolerance(5),
    outputFormat('png'),
  ],
  references: { fields: ['image', 'mask'], required: 2, maxPixels: editReferencePixels },
  strict: false,
  assumed: [],
};

/** The one tool with a limit of 4 MP. */
export const deblur: Model = {
  ...common,
  id: 'flux-tools/deblur-v1',
  label: 'FLUX Deblur',
  family: 'deblur',
  purpose: 'Sharpens a blurred picture',
  prompt: 'none',
  parameters: [seed, safetyTolerance(5), outputFormat('png')],
  references: { fields: ['image'], required: 1, maxPixels: 4 * MEGAPIXEL },
  strict: false,
  assumed: [],
};

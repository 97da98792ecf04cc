import type { Model, Parameter } from '../model';
import {
  aspectRatio,
  editReferencePixels,
  guidance,
  outputFormat,
  promptUpsampling,
  safetyTolerance,
  seed,
  steppedSize,
  steps,
} from './parameters';

/** FLUX.1 text to image (bfl-api.md §3.6–3.9). */

const common = {
  prompt: 'required',
  strict: false,
  defaultFormat: 'jpeg',
  // No page states how large an image prompt may be.
  references: { fields: ['image_prompt'], required: 0, maxPixels: editReferencePixels },
} as const;

const closing: readonly Parameter[] = [
  safetyTolerance(6),
  promptUpsampling(false),
  outputFormat('jpeg'),
];

/** The former standard, by steps of 32 px. */
export const flux11Pro: Model = {
  ...common,
  id: 'flux-pro-1.1',
  label: 'FLUX1.1 [pro]',
  family: 'flux-1',
  purpose: 'Quick pictures of a fixed price',
  parameters: [...steppedSize, seed, ...closing],
  confirmed: { bfl: true, relay: true },
  assumed: [],
};

/** By ratio, up to 4 MP (§3.7). */
export const flux11ProUltra: Model = {
  ...common,
  id: 'flux-pro-1.1-ultra',
  label: 'FLUX1.1 [pro] Ultra',
  family: 'ultra',
  purpose: 'Up to 4 megapixels at a fixed price; raw for a candid, photographic look',
  parameters: [
    { ...aspectRatio, default: '16:9' },
    seed,
    { kind: 'number', name: 'image_prompt_strength', min: 0, max: 1, default: 0.1 },
    safetyTolerance(6),
    promptUpsampling(false),
    { kind: 'flag', name: 'raw', default: false },
    outputFormat('jpeg'),
  ],
  confirmed: { bfl: true, relay: true },
  assumed: [],
};

/** §3.8. */
export const fluxDev: Model = {
  ...common,
  id: 'flux-dev',
  label: 'FLUX.1 [dev]',
  family: 'flux-1',
  purpose: 'The open model: cheap, with steps and guidance to play with',
  parameters: [...steppedSize, seed, steps(1, 50, 28), guidance(1.5, 5, 3), ...closing],
  confirmed: { bfl: true, relay: true },
  assumed: [],
};

/** Gone from the source's own list; the relay still names it. Ranges as an old official SDK had them. */
export const fluxPro: Model = {
  ...common,
  id: 'flux-pro',
  label: 'FLUX.1 [pro]',
  family: 'flux-1',
  purpose: 'The first pro, for results as they used to be',
  parameters: [
    ...steppedSize,
    seed,
    steps(1, 50, 40),
    guidance(1.5, 5, 2.5),
    { kind: 'integer', name: 'interval', min: 1, max: 4, default: 2 },
    ...closing,
  ],
  confirmed: { bfl: false, relay: true },
  assumed: ['width', 'height', 'safety_tolerance', 'prompt_upsampling', 'output_format'],
};

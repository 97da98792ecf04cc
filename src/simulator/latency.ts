import type { Model, ModelFamily } from '../core/api/model';

/** How long a task takes: as the real service would, not at all, exactly so many ms, or as many as are asked for each. */
export type Latency =
  'plausible' | 'instant' | number | ((model: Model, outputMegapixels: number) => number);

/** Seconds for any picture, and for each of its megapixels. */
type Pace = readonly [base: number, perMegapixel: number];

/** Fitted to live wall times (bfl-api.md §1.5); what was not measured follows its family. */
const paceOfFamily: Readonly<Record<ModelFamily, Pace>> = {
  'flux-2': [4, 3],
  'flux-2-flex': [4, 2],
  'flux-2-klein': [2.3, 0.9],
  'flux-3': [8, 4],
  kontext: [7.5, 0],
  'flux-1': [2.4, 0],
  ultra: [12.5, 0],
  fill: [4.5, 0],
  expand: [9, 0],
  outpainting: [8, 2],
  erase: [2.3, 0],
  deblur: [2.3, 0],
};

const paceOfModel: Readonly<Record<string, Pace>> = {
  'flux-2-max': [6, 8],
  'flux-dev': [4.7, 0],
  'flux-pro': [5, 0],
};

/** How far runs of one model scatter: nine of ten lie within a quarter of the median. */
const SPREAD = 0.15;

/** The time in ms from the create to Ready; `random` gives 0 ≤ n < 1. */
export function durationOf(
  model: Model,
  outputMegapixels: number,
  latency: Latency,
  random: () => number,
): number {
  if (latency === 'instant') return 0;
  if (typeof latency === 'number') return latency;
  if (typeof latency === 'function') return latency(model, outputMegapixels);
  const [base, perMegapixel] = paceOfModel[model.id] ?? paceOfFamily[model.family];
  const median = base + perMegapixel * outputMegapixels;
  return Math.round(1000 * median * Math.exp(SPREAD * normal(random)));
}

/** A standard normal deviate (Box and Muller). */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

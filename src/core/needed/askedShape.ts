import type { Model, NumberParameter, Parameter } from '../api/model';
import { resolutionAreas } from '../api/models/flux3';
import type { Dialect } from '../api/provider';
import { ratioOf } from '../api/ratio';
import type { PixelSize } from '../assets/size';

/** What is asked of a model so that its picture covers a size. */
export interface AskedShape {
  /** By the API's names. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** The picture's size in px; absent where the model takes a ratio and chooses the size by itself. */
  readonly drawn?: PixelSize;
}

/**
 * The smallest picture of a model that covers `wanted` (px) in its shape, by the catalogue's limits: where they are too
 * tight, the largest of that shape. A model that takes ratios alone is asked for the nearest; one that takes neither for
 * nothing. It is drawn with `leastPixels` at least, in the whole.
 */
export function askedShape(
  model: Model,
  dialect: Dialect,
  wanted: PixelSize,
  leastPixels = 0,
): AskedShape {
  const [width, height] = ['width', 'height'].map((name) => sideOf(model, name));
  if (width !== undefined && height !== undefined) {
    const drawn = drawnSize(wanted, {
      width: sideLimits(width, dialect),
      height: sideLimits(height, dialect),
      leastPixels,
      pixels: model.maxOutputPixels ?? Infinity,
    });
    return { parameters: { ...drawn }, drawn };
  }
  const ratio = model.parameters.find(({ name }) => name === 'aspect_ratio');
  if (ratio === undefined) return { parameters: {} };
  const aspect_ratio = ratioFor(ratio, dialect, wanted);
  return { parameters: { aspect_ratio, ...resolutionFor(model, aspect_ratio, wanted) } };
}

/** What a side may be, in px. */
interface SideLimits {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

interface SizeLimits {
  readonly width: SideLimits;
  readonly height: SideLimits;
  /** Of the whole picture, as the two bounds of its area. */
  readonly leastPixels: number;
  readonly pixels: number;
}

function sideOf({ parameters }: Model, name: string): NumberParameter | undefined {
  const side = parameters.find((parameter) => parameter.name === name);
  return side?.kind === 'integer' ? side : undefined;
}

function sideLimits({ min = 1, max = Infinity, step }: NumberParameter, dialect: Dialect) {
  const required = (dialect === 'relay' ? step?.relay : step?.source) ?? 1;
  // What is advised is kept too: how the service rounds other sizes is not known.
  return { min, max, step: Math.max(required, step?.hint ?? 1) };
}

function drawnSize(
  wanted: PixelSize,
  { width, height, leastPixels, pixels }: SizeLimits,
): PixelSize {
  const larger = Math.sqrt(leastPixels / (wanted.width * wanted.height));
  const up = Math.max(1, width.min / wanted.width, height.min / wanted.height, larger);
  const covering = {
    width: stepUp(wanted.width * up, width.step),
    height: stepUp(wanted.height * up, height.step),
  };
  const down = Math.min(
    1,
    width.max / covering.width,
    height.max / covering.height,
    Math.sqrt(pixels / (covering.width * covering.height)),
  );
  if (down === 1) return covering;
  // A side that may not be any shorter leaves less for the other.
  const largest = {
    width: stepDown(pixels / height.min, width.step),
    height: stepDown(pixels / width.min, height.step),
  };
  const fitted = (side: 'width' | 'height', { min, step }: SideLimits) =>
    Math.min(Math.max(stepDown(wanted[side] * up * down, step), min), largest[side]);
  return { width: fitted('width', width), height: fitted('height', height) };
}

/** Binary fractions: 48 × 64 ÷ 48 may be a little more than 64. */
const NOISE = 1e-9;

function stepUp(length: number, step: number): number {
  return Math.ceil(length / step - NOISE) * step;
}

function stepDown(length: number, step: number): number {
  return Math.floor(length / step + NOISE) * step;
}

/** The very ratio where the service takes any, else the nearest of those that it lists. */
function ratioFor(parameter: Parameter, dialect: Dialect, { width, height }: PixelSize): string {
  const listed = 'values' in parameter ? parameter.values : [];
  const ratio = width / height;
  if (parameter.kind === 'ratio' && dialect === 'source') {
    const { narrowest, widest } = parameter;
    if (ratio >= narrowest && ratio <= widest) return shortRatio(width, height);
  }
  const distance = (value: string) => Math.abs(Math.log(ratioOf(value) / ratio));
  return listed
    .filter((value) => ratioOf(value) > 0)
    .reduce((best, value) => (distance(value) < distance(best) ? value : best), '1:1');
}

function shortRatio(width: number, height: number): string {
  let [divisor, rest] = [width, height];
  while (rest > 0) [divisor, rest] = [rest, divisor % rest];
  return `${String(width / divisor)}:${String(height / divisor)}`;
}

/** The smallest of FLUX 3's tiers that covers the size, or the largest. */
function resolutionFor(model: Model, ratio: string, wanted: PixelSize) {
  const tiers = model.parameters.find(({ name }) => name === 'resolution');
  if (tiers?.kind !== 'choice') return {};
  const shape = ratioOf(ratio);
  const needed = Math.max(wanted.width ** 2 / shape, wanted.height ** 2 * shape);
  const covers = (tier: string) => (resolutionAreas[tier] ?? 0) >= needed;
  return { resolution: tiers.values.find(covers) ?? tiers.values.at(-1) };
}

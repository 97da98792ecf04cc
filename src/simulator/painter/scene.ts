import type { Chance } from './chance';
import type { Palette } from './palette';

/** What a scene is made for. */
export interface SceneSettings {
  readonly width: number;
  readonly height: number;
  readonly palette: Palette;
  readonly chance: Chance;
}

/** Writes the RGB of row `y` into `row`, three numbers 0…255 for each pixel; rows come from the top down. */
export type Scene = (y: number, row: Float32Array) => void;

/** From 0 to 1 between `low` and `high`, without a kink. */
export function smoothStep(low: number, high: number, value: number): number {
  const share = Math.min(Math.max((value - low) / (high - low), 0), 1);
  return share * share * (3 - 2 * share);
}

/** Mixes a colour into the pixel whose red is at `index`. */
export function blend(
  row: Float32Array,
  index: number,
  [red, green, blue]: readonly [number, number, number],
  share: number,
): void {
  const rest = 1 - share;
  row[index] = (row[index] ?? 0) * rest + red * share;
  row[index + 1] = (row[index + 1] ?? 0) * rest + green * share;
  row[index + 2] = (row[index + 2] ?? 0) * rest + blue * share;
}

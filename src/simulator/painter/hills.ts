import type { Chance } from './chance';
import { mix, ramp, RAMP_STEPS, toRgb } from './colour';
import type { Palette } from './palette';
import { blend, smoothStep, type Scene, type SceneSettings } from './scene';

interface Ridge {
  /** Where the ground begins, in px from the top, for each column. */
  readonly crest: Float32Array;
  readonly ramp: Float32Array;
  /** Px from the crest over which the ramp runs. */
  readonly depth: number;
}

/** Ridges one behind the other under a low sun. */
export function hills(settings: SceneSettings): Scene {
  const { width, height, palette, chance } = settings;
  const horizon = chance.between(0.4, 0.56);
  const sky = ramp([palette.high, mix(palette.high, palette.horizon, 0.6), palette.horizon]);
  const sun = sunOver(settings, horizon);
  const stars = palette.dark ? starsOver(settings, horizon) : new Map<number, readonly Star[]>();
  const ridges = ridgesFrom(horizon, settings);
  return (y, row) => {
    const step = Math.min(y / (height * horizon * 1.15), 1) * (RAMP_STEPS - 1);
    const base = Math.floor(step) * 3;
    for (let index = 0; index < width * 3; index += 3) {
      row[index] = sky[base] ?? 0;
      row[index + 1] = sky[base + 1] ?? 0;
      row[index + 2] = sky[base + 2] ?? 0;
    }
    for (const { x, light } of stars.get(y) ?? []) blend(row, x * 3, [255, 255, 255], light);
    sun(y, row);
    for (const ridge of ridges) paintRidge(ridge, y, row, width);
  };

  function ridgesFrom(top: number, { chance: draw }: SceneSettings): readonly Ridge[] {
    const count = 5 + Math.floor(draw.next() * 3);
    return Array.from({ length: count }, (_, index) => {
      const nearness = index / (count - 1);
      const level = top + (0.97 - top) * nearness ** 1.25 * draw.between(0.92, 1);
      const rise = (0.05 + 0.1 * nearness) * draw.between(0.7, 1.3);
      return {
        crest: crestOf(width, height, level, rise, draw),
        ramp: groundRamp(palette, nearness),
        depth: height * (0.16 + 0.2 * nearness),
      };
    });
  }
}

function groundRamp(palette: Palette, nearness: number): Float32Array {
  const crest = mix(palette.far, palette.near, nearness);
  // Mist lies in the valleys, thinner the nearer they are.
  return ramp([crest, mix(crest, palette.horizon, 0.5 * (1 - nearness) + 0.06)]);
}

function crestOf(
  width: number,
  height: number,
  level: number,
  rise: number,
  chance: Chance,
): Float32Array {
  const waves = Array.from({ length: 6 }, (_, octave) => ({
    turns:
      (0.55 * 1.9 ** octave * chance.between(0.8, 1.2) * Math.max(width / height, 0.6)) / width,
    swing: 0.52 ** octave,
    phase: chance.next(),
  }));
  return Float32Array.from({ length: width }, (_, x) => {
    const sum = waves.reduce(
      (height, { turns, swing, phase }) =>
        height + swing * Math.sin(2 * Math.PI * (turns * x + phase)),
      0,
    );
    return height * (level - rise * sum * 0.6);
  });
}

function paintRidge(
  { crest, ramp: table, depth }: Ridge,
  y: number,
  row: Float32Array,
  width: number,
): void {
  const stepsPerPixel = (RAMP_STEPS - 1) / depth;
  for (let x = 0; x < width; x += 1) {
    const below = y + 0.5 - (crest[x] ?? 0);
    if (below <= -0.5) continue;
    const step = Math.min(Math.max(below, 0) * stepsPerPixel, RAMP_STEPS - 1) | 0;
    const cover = below >= 0.5 ? 1 : below + 0.5;
    const index = x * 3;
    row[index] = (row[index] ?? 0) * (1 - cover) + (table[step * 3] ?? 0) * cover;
    row[index + 1] = (row[index + 1] ?? 0) * (1 - cover) + (table[step * 3 + 1] ?? 0) * cover;
    row[index + 2] = (row[index + 2] ?? 0) * (1 - cover) + (table[step * 3 + 2] ?? 0) * cover;
  }
}

/** Steps of the table of the sun's halo, from its centre outwards. */
const HALO_STEPS = 2048;

function sunOver({ width, height, palette, chance }: SceneSettings, horizon: number): Scene {
  const unit = Math.min(width, height);
  const radius = unit * chance.between(0.055, 0.11);
  const centreX = width * chance.between(0.18, 0.82);
  const centreY = height * horizon * chance.between(0.45, 0.85);
  const glow = unit * chance.between(0.45, 0.7);
  const light = toRgb(palette.sun);
  const halos = Float32Array.from(
    { length: HALO_STEPS },
    (_, step) => (1 - step / HALO_STEPS) ** 2.4 * 0.55,
  );
  return (y, row) => {
    const down = y + 0.5 - centreY;
    if (Math.abs(down) > glow) return;
    const reach = Math.sqrt(glow * glow - down * down);
    const end = Math.min(width, Math.ceil(centreX + reach));
    for (let x = Math.max(0, Math.floor(centreX - reach)); x < end; x += 1) {
      const across = x + 0.5 - centreX;
      const distance = Math.sqrt(across * across + down * down);
      const halo = halos[((distance / glow) * HALO_STEPS) | 0] ?? 0;
      const disc = distance < radius + 1 ? 1 - smoothStep(radius - 0.8, radius + 0.8, distance) : 0;
      blend(row, x * 3, light, Math.max(halo, disc));
    }
  };
}

interface Star {
  readonly x: number;
  readonly light: number;
}

function starsOver(
  { width, height, chance }: SceneSettings,
  horizon: number,
): ReadonlyMap<number, readonly Star[]> {
  const rows = new Map<number, Star[]>();
  const count = Math.min(Math.round((width * height) / 4000), 900);
  for (let index = 0; index < count; index += 1) {
    const y = Math.floor(chance.next() * height * horizon);
    const star = { x: Math.floor(chance.next() * width), light: chance.next() ** 3 * 0.9 };
    rows.set(y, [...(rows.get(y) ?? []), star]);
  }
  return rows;
}

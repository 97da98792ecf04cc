import { mix, ramp, RAMP_STEPS, toRgb, type Colour } from './colour';
import { smoothStep, type Scene, type SceneSettings } from './scene';

interface Orb {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Px over which its edge fades. */
  readonly soft: number;
  readonly share: number;
  readonly lit: readonly [number, number, number];
  readonly shaded: readonly [number, number, number];
}

/** Translucent spheres, some near and soft, some far and sharp, over a slanted wash of colour. */
export function orbs(settings: SceneSettings): Scene {
  const { width, height, palette, chance } = settings;
  const unit = Math.min(width, height);
  const wash = ramp([palette.horizon, mix(palette.horizon, palette.high, 0.45), palette.high]);
  const slant = chance.between(-0.5, 0.5);
  const colours = [palette.accent, palette.high, palette.sun, palette.accent, palette.near];
  const balls = Array.from({ length: 9 + Math.floor(chance.next() * 5) }, (_, index) =>
    orbOf(index, colours[index % colours.length] ?? palette.accent),
  );
  return (y, row) => {
    for (let x = 0; x < width; x += 1) {
      const place = y / height + slant * (x / width - 0.5);
      const step = Math.round(Math.min(Math.max(place, 0), 1) * (RAMP_STEPS - 1)) * 3;
      row[x * 3] = wash[step] ?? 0;
      row[x * 3 + 1] = wash[step + 1] ?? 0;
      row[x * 3 + 2] = wash[step + 2] ?? 0;
    }
    for (const ball of balls) paintOrb(ball, y, row, width);
  };

  function orbOf(index: number, tone: Colour): Orb {
    const radius = unit * (index < 2 ? chance.between(0.24, 0.36) : chance.between(0.05, 0.19));
    return {
      x: width * chance.between(0.04, 0.96),
      y: height * chance.between(0.06, 0.94),
      radius,
      soft: Math.max(1.2, radius * (chance.next() < 0.35 ? chance.between(0.25, 0.6) : 0.012)),
      share: chance.between(0.72, 0.97),
      lit: toRgb(mix(tone, palette.sun, 0.38)),
      shaded: toRgb(mix(tone, palette.high, 0.55)),
    };
  }
}

function paintOrb(orb: Orb, y: number, row: Float32Array, width: number): void {
  const down = y + 0.5 - orb.y;
  const outer = orb.radius + orb.soft;
  if (Math.abs(down) >= outer) return;
  const reach = Math.sqrt(outer * outer - down * down);
  const end = Math.min(width, Math.ceil(orb.x + reach));
  for (let x = Math.max(0, Math.floor(orb.x - reach)); x < end; x += 1) {
    const across = x + 0.5 - orb.x;
    const distance = Math.sqrt(across * across + down * down);
    const cover = 1 - smoothStep(orb.radius - orb.soft, outer, distance);
    // Light falls from the upper left.
    const shade = smoothStep(-1, 1, (across * 0.62 + down * 0.78) / orb.radius);
    const index = x * 3;
    const share = cover * orb.share;
    for (let channel = 0; channel < 3; channel += 1) {
      const lit = orb.lit[channel] ?? 0;
      const tone = lit + ((orb.shaded[channel] ?? 0) - lit) * shade;
      const under = row[index + channel] ?? 0;
      row[index + channel] = under + (tone - under) * share;
    }
  }
}

import { mix, ramp, RAMP_STEPS, toRgb, type Colour } from './colour';
import { smoothStep, type Scene, type SceneSettings } from './scene';

/** Sheets of paper one behind the other, cut along flowing lines, each with a shadow on the next. */
export function contours(settings: SceneSettings): Scene {
  const { width, height } = settings;
  // The lines are worked out on a grid, and straight between its points.
  const cell = Math.max(1, Math.round(Math.max(width, height) / 400));
  const columns = Math.ceil(width / cell) + 2;
  const table = sheets(settings);
  const field = fieldOf(settings);
  let above = gridRow(0);
  let below = gridRow(1);
  let current = 0;
  return (y, row) => {
    const line = Math.floor(y / cell);
    if (line !== current) {
      above = line === current + 1 ? below : gridRow(line);
      below = gridRow(line + 1);
      current = line;
    }
    const down = (y % cell) / cell;
    for (let x = 0; x < width; x += 1) {
      const column = (x / cell) | 0;
      const across = (x - column * cell) / cell;
      const top = (above[column] ?? 0) * (1 - across) + (above[column + 1] ?? 0) * across;
      const bottom = (below[column] ?? 0) * (1 - across) + (below[column + 1] ?? 0) * across;
      const place = (top * (1 - down) + bottom * down) * (RAMP_STEPS - 2);
      const step = place | 0;
      const share = place - step;
      const from = step * 3;
      const to = x * 3;
      row[to] = (table[from] ?? 0) * (1 - share) + (table[from + 3] ?? 0) * share;
      row[to + 1] = (table[from + 1] ?? 0) * (1 - share) + (table[from + 4] ?? 0) * share;
      row[to + 2] = (table[from + 2] ?? 0) * (1 - share) + (table[from + 5] ?? 0) * share;
    }
  };

  function gridRow(line: number): Float32Array {
    return Float32Array.from({ length: columns }, (_, column) => field(column * cell, line * cell));
  }
}

/** The colour at each height of the field: sheets from the deepest to the highest. */
function sheets({ palette, chance }: SceneSettings): Float32Array {
  const count = 7 + Math.floor(chance.next() * 4);
  const { near, high, far, horizon, accent, sun } = palette;
  const colours: readonly Colour[] = palette.dark
    ? [near, high, far, accent, horizon]
    : [high, far, accent, horizon, sun];
  const hues = ramp([colours[0] ?? high, ...colours.slice(1)]);
  const shadow = toRgb(mix(near, { light: 0.1, a: 0, b: 0 }, 0.3));
  const table = new Float32Array(RAMP_STEPS * 3);
  for (let step = 0; step < RAMP_STEPS; step += 1) {
    const place = (step / RAMP_STEPS) * count;
    const sheet = Math.floor(place);
    const hue = Math.round((sheet / (count - 1)) * (RAMP_STEPS - 1)) * 3;
    const shade = sheet === count - 1 ? 0 : 0.42 * smoothStep(0.45, 1, place - sheet) ** 1.6;
    for (let channel = 0; channel < 3; channel += 1) {
      const paper = hues[hue + channel] ?? 0;
      table[step * 3 + channel] = paper + ((shadow[channel] ?? 0) - paper) * shade;
    }
  }
  return table;
}

/** 0…1 at each place in px. */
function fieldOf({ width, height, chance }: SceneSettings): (x: number, y: number) => number {
  const unit = Math.max(width, height);
  const angle = chance.between(0, 2 * Math.PI);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const reach = (Math.abs(cos) * width + Math.abs(sin) * height) / (2 * unit);
  const waves = [0, 1, 2, 3].map((octave) => {
    const towards = angle + chance.between(0.7, 2.4);
    const turns = chance.between(0.7, 1.3) * 1.75 ** octave * 2 * Math.PI;
    return {
      x: Math.cos(towards) * turns,
      y: Math.sin(towards) * turns,
      phase: chance.between(0, 2 * Math.PI),
      swing: chance.between(0.16, 0.26) * 0.46 ** octave,
    };
  });
  return (pixelX, pixelY) => {
    const x = (pixelX - width / 2) / unit;
    const y = (pixelY - height / 2) / unit;
    let sum = 0.5 + ((x * cos + y * sin) / reach) * 0.44;
    for (const wave of waves) sum += wave.swing * Math.sin(wave.x * x + wave.y * y + wave.phase);
    return Math.min(Math.max(sum, 0), 0.999);
  };
}

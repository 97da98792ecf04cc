/** A colour in OKLab, in which mixing looks even. */
export interface Colour {
  readonly light: number;
  readonly a: number;
  readonly b: number;
}

/** From lightness 0…1, chroma 0…0.3 or so, and hue in degrees. */
export function colour(light: number, chroma: number, hue: number): Colour {
  const angle = (hue * Math.PI) / 180;
  return { light, a: chroma * Math.cos(angle), b: chroma * Math.sin(angle) };
}

/** `share` of `to`, the rest of `from`. */
export function mix(from: Colour, to: Colour, share: number): Colour {
  return {
    light: from.light + (to.light - from.light) * share,
    a: from.a + (to.a - from.a) * share,
    b: from.b + (to.b - from.b) * share,
  };
}

/** Red, green and blue, 0…255 each and not rounded; what a screen cannot show is paled until it can. */
export function toRgb(wanted: Colour): readonly [number, number, number] {
  let { a, b } = wanted;
  let linear = toLinear({ light: wanted.light, a, b });
  for (
    let tries = 0;
    tries < 12 && linear.some((value) => value < -0.001 || value > 1.001);
    tries += 1
  ) {
    [a, b] = [a * 0.88, b * 0.88];
    linear = toLinear({ light: wanted.light, a, b });
  }
  const [red, green, blue] = linear;
  return [encoded(red), encoded(green), encoded(blue)];
}

/** Ottosson's OKLab matrices. */
function toLinear({ light, a, b }: Colour): [number, number, number] {
  const l = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (light - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** The transfer curve of sRGB. */
function encoded(linear: number): number {
  const value = Math.min(Math.max(linear, 0), 1);
  return 255 * (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055);
}

/** Steps of a ramp; its table holds three numbers for each. */
export const RAMP_STEPS = 1024;

/** A table of RGB triples along evenly spaced colours: the step n is at 3n. */
export function ramp(colours: readonly [Colour, ...Colour[]]): Float32Array {
  const table = new Float32Array(RAMP_STEPS * 3);
  for (let step = 0; step < RAMP_STEPS; step += 1) {
    const place = (step / (RAMP_STEPS - 1)) * (colours.length - 1);
    const from = colours[Math.floor(place)] ?? colours[0];
    const to = colours[Math.ceil(place)] ?? from;
    table.set(toRgb(mix(from, to, place % 1)), step * 3);
  }
  return table;
}

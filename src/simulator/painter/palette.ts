import { chanceFrom, hashOf, type Chance } from './chance';
import { colour, mix, type Colour } from './colour';

/** The colours of one picture, from the air at the top to the ground in front. */
export interface Palette {
  readonly high: Colour;
  readonly horizon: Colour;
  readonly sun: Colour;
  readonly far: Colour;
  readonly near: Colour;
  readonly accent: Colour;
  readonly dark: boolean;
}

/** Hues of things that prompts name often: a picture of the sea should not come out red. */
const hues: readonly (readonly [word: RegExp, hue: number])[] = [
  [/\b(sea|ocean|sky|blue|water|ice|winter|rain)\b/i, 245],
  [/\b(forest|green|garden|leaf|leaves|jungle|mountains?)\b/i, 155],
  [/\b(sunset|orange|autumn|fox|desert|copper|lantern|warm)\b/i, 50],
  [/\b(red|fire|rose|strawberr(y|ies)|lava|brick)\b/i, 22],
  [/\b(gold|golden|yellow|sun|honey|lemon|wheat)\b/i, 85],
  [/\b(purple|violet|lavender|galaxy|neon|space|cosmic)\b/i, 300],
  [/\b(pink|blossom|candy|flamingo)\b/i, 355],
  [/\b(teal|turquoise|mint|lagoon)\b/i, 190],
];

const night = /\b(night|dark|moon|space|galaxy|neon|midnight|stars?)\b/i;
const day = /\b(light|bright|white|minimal|clean|morning|snow|pastel)\b/i;

/** The palette of a prompt; `seed` shifts it a little and leaves its character. */
export function paletteOf(prompt: string, seed: number): Palette {
  const own = chanceFrom(hashOf(prompt));
  const named = hues.find(([word]) => word.test(prompt))?.[1];
  const drawn = own.between(0, 360);
  const hue = (named ?? drawn) + chanceFrom(seed ^ hashOf(prompt)).between(-14, 14);
  const turn = (own.next() < 0.5 ? -1 : 1) * own.between(45, 95);
  const mood = night.test(prompt) ? 0 : day.test(prompt) ? 0.5 : own.next();
  if (mood >= 0.25 && mood < 0.55) return daily(hue, turn, own);
  const dim = mood < 0.25 ? nightly : dusky;
  // A dim sky of red, orange or yellow is brown: such a hue goes to the horizon, below a sky of violet.
  const turned = ((hue % 360) + 360) % 360;
  if (turned < 5 || turned > 140) return dim(hue, turn, own);
  const low = Math.min(Math.max(turned, 20), 88);
  const high = 300 - own.between(0, 35);
  return {
    ...dim(high, 360 + low - high, own),
    accent: colour(0.7, 0.15, low - own.between(25, 55)),
  };
}

function dusky(hue: number, turn: number, own: Chance): Palette {
  const high = colour(0.46, 0.11, hue + turn * 0.25);
  const horizon = colour(0.86, 0.095, hue + turn);
  return {
    high,
    horizon,
    sun: colour(0.96, 0.06, hue + turn * 1.15),
    far: mix(high, horizon, 0.62),
    near: colour(0.24, 0.06, hue - turn * 0.1),
    accent: colour(0.72, 0.15, hue + turn * own.between(1.2, 1.8)),
    dark: false,
  };
}

function daily(hue: number, turn: number, own: Chance): Palette {
  const high = colour(0.78, 0.085, hue);
  const horizon = colour(0.965, 0.028, hue + turn);
  return {
    high,
    horizon,
    sun: colour(0.99, 0.02, hue + turn),
    far: mix(high, horizon, 0.35),
    near: colour(0.46, 0.105, hue + turn * 0.2),
    accent: colour(0.76, 0.14, hue + turn * own.between(1, 1.6)),
    dark: false,
  };
}

function nightly(hue: number, turn: number, own: Chance): Palette {
  const high = colour(0.2, 0.06, hue);
  const horizon = colour(0.56, 0.115, hue + turn * 0.8);
  return {
    high,
    horizon,
    sun: colour(0.95, 0.03, hue + turn),
    far: mix(high, horizon, 0.55),
    near: colour(0.13, 0.035, hue),
    accent: colour(0.68, 0.16, hue + turn * own.between(1, 1.5)),
    dark: true,
  };
}

import { sizeOf } from './pictureLayout';
import { LONGEST_ICON_SIDE, LONGEST_SIDE, type Recipe } from './recipe';
import type { PixelSize } from './size';

/** Four bytes each must fit several times into a codec's memory of 4 GB. In px. */
const MOST_PIXELS = 100_000_000;

/** Why a recipe cannot be followed for a picture of this size; `undefined` where it can. */
export function recipeProblem(
  recipe: Recipe,
  picture: PixelSize,
): 'too-large' | 'bad-recipe' | undefined {
  if (picture.width * picture.height > MOST_PIXELS) return 'too-large';
  const { width, height, quality = 1, margin = 0 } = recipe;
  const sides = [width, height].filter((side) => side !== undefined);
  const longest = recipe.format === 'ico' ? LONGEST_ICON_SIDE : LONGEST_SIDE;
  const isSound =
    sides.every((side) => Number.isInteger(side) && side >= 1 && side <= longest) &&
    quality >= 1 &&
    quality <= 100 &&
    margin >= 0 &&
    margin < 0.5;
  if (!isSound) return 'bad-recipe';
  if (recipe.format === 'ico') return undefined;
  const size = sizeOf(picture, recipe);
  if (Math.max(size.width, size.height) > LONGEST_SIDE) return 'bad-recipe';
  return size.width * size.height > MOST_PIXELS ? 'too-large' : undefined;
}

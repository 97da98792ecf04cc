import type { Recipe } from './recipe';
import type { PixelSize } from './size';

/** A part of a picture, in whole px from its upper left corner. */
export interface PixelArea extends PixelSize {
  readonly left: number;
  readonly top: number;
}

/** What of a picture goes where. */
export interface PictureLayout {
  /** Of the file that is made. */
  readonly size: PixelSize;
  /** What is taken of the picture. */
  readonly taken: PixelArea;
  /** Where in the file it goes; its size is what the taken part is scaled to. */
  readonly place: PixelArea;
}

type Shape = Pick<Recipe, 'width' | 'height' | 'fit' | 'margin'>;

/** How a picture of this size becomes what a recipe asks for; what is cut off or left free is so on both sides alike. */
export function pictureLayout(picture: PixelSize, recipe: Shape): PictureLayout {
  const size = sizeOf(picture, recipe);
  const inner = {
    width: atLeastOne(size.width * (1 - 2 * (recipe.margin ?? 0))),
    height: atLeastOne(size.height * (1 - 2 * (recipe.margin ?? 0))),
  };
  if (recipe.fit === 'contain') {
    const scale = Math.min(inner.width / picture.width, inner.height / picture.height);
    const place = scaled(picture, scale, inner);
    return { size, taken: { left: 0, top: 0, ...picture }, place: centred(place, size) };
  }
  const scale = Math.max(inner.width / picture.width, inner.height / picture.height);
  const taken = scaled(inner, 1 / scale, picture);
  return { size, taken: centred(taken, picture), place: centred(inner, size) };
}

/** The size in px of what a recipe makes of a picture. */
export function sizeOf(picture: PixelSize, { width, height }: Shape): PixelSize {
  if (width !== undefined && height !== undefined) return { width, height };
  if (width !== undefined)
    return { width, height: atLeastOne((picture.height * width) / picture.width) };
  if (height !== undefined)
    return { width: atLeastOne((picture.width * height) / picture.height), height };
  return { width: picture.width, height: picture.height };
}

/** Whether a recipe needs more px than the picture has, so that the file looks soft. */
export function enlarges(picture: PixelSize, recipe: Shape): boolean {
  const { taken, place } = pictureLayout(picture, recipe);
  return place.width > taken.width || place.height > taken.height;
}

function scaled({ width, height }: PixelSize, scale: number, most: PixelSize): PixelSize {
  return {
    width: Math.min(atLeastOne(width * scale), most.width),
    height: Math.min(atLeastOne(height * scale), most.height),
  };
}

function centred(inner: PixelSize, outer: PixelSize): PixelArea {
  return {
    left: Math.floor((outer.width - inner.width) / 2),
    top: Math.floor((outer.height - inner.height) / 2),
    width: inner.width,
    height: inner.height,
  };
}

function atLeastOne(length: number): number {
  return Math.max(Math.round(length), 1);
}

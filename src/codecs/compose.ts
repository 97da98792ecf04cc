import type { PixelArea } from '../core/assets/pictureLayout';
import type { PixelSize } from '../core/assets/size';
import type { Raster } from './codecs';

/** An opaque colour: red, green and blue, 0 to 255. */
export type Color = readonly [number, number, number];

export const WHITE: Color = [255, 255, 255];

/** The part of a picture that an area names. */
export function crop(raster: Raster, { left, top, width, height }: PixelArea): Raster {
  if (width === raster.width && height === raster.height) return raster;
  const data = new Uint8ClampedArray(width * height * 4);
  for (let row = 0; row < height; row += 1) {
    const start = ((top + row) * raster.width + left) * 4;
    data.set(raster.data.subarray(start, start + width * 4), row * width * 4);
  }
  return { width, height, data };
}

/** A picture of this size with another one in it, the rest transparent. */
export function placeIn(raster: Raster, place: PixelArea, size: PixelSize): Raster {
  if (place.width === size.width && place.height === size.height) return raster;
  const data = new Uint8ClampedArray(size.width * size.height * 4);
  for (let row = 0; row < raster.height; row += 1) {
    const start = row * raster.width * 4;
    const target = ((place.top + row) * size.width + place.left) * 4;
    data.set(raster.data.subarray(start, start + raster.width * 4), target);
  }
  return { ...size, data };
}

/** The picture with a colour behind it, opaque. Changes the pixels in place. */
export function layOver(raster: Raster, [red, green, blue]: Color): Raster {
  const { data } = raster;
  for (let index = 0; index < data.length; index += 4) {
    const alpha = (data[index + 3] ?? 0) / 255;
    if (alpha === 1) continue;
    data[index] = red + ((data[index] ?? 0) - red) * alpha;
    data[index + 1] = green + ((data[index + 1] ?? 0) - green) * alpha;
    data[index + 2] = blue + ((data[index + 2] ?? 0) - blue) * alpha;
    data[index + 3] = 255;
  }
  return raster;
}

/** The colour along a picture's edge: the mean of its outermost pixels, what is transparent of them taken as white. */
export function edgeColor({ data, width, height }: Raster): Color {
  const sums: [number, number, number] = [0, 0, 0];
  let count = 0;
  const add = (x: number, y: number) => {
    const index = (y * width + x) * 4;
    const alpha = (data[index + 3] ?? 0) / 255;
    for (const channel of [0, 1, 2] as const)
      sums[channel] += 255 + ((data[index + channel] ?? 0) - 255) * alpha;
    count += 1;
  };
  for (let x = 0; x < width; x += 1)
    [0, height - 1].forEach((y) => {
      add(x, y);
    });
  for (let y = 0; y < height; y += 1)
    [0, width - 1].forEach((x) => {
      add(x, y);
    });
  return [sums[0] / count, sums[1] / count, sums[2] / count];
}

import type { PixelSize } from '../../core/assets/size';
import { readImageHeader } from '../../core/assets/imageHeader';
import type { Codecs, Raster } from '../../codecs/codecs';
import type { Task } from '../task';
import { mix, ramp, RAMP_STEPS } from './colour';
import type { Palette } from './palette';
import type { Scene } from './scene';

/** Where in the picture an input lies, in px, and how much of the palette's colours it takes on. */
interface Layer {
  readonly picture: Raster;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** 0: as it is; 1: in two tones. */
  readonly toned: number;
  /** The columns of the picture that show it. */
  readonly from: number;
  readonly to: number;
  /** White where the scene shows instead. */
  readonly mask?: Raster;
}

/** The scene with the request's images in it, so that an edit shows what it was made from. */
export async function laidOver(
  scene: Scene,
  task: Task,
  palette: Palette,
  codecs: Codecs,
): Promise<Scene> {
  const pictures: Raster[] = [];
  let mask: Raster | undefined;
  for (const { field, bytes } of task.inputs.images) {
    const picture = bytes === undefined ? undefined : await decoded(bytes, codecs);
    if (picture === undefined) continue;
    if (field === 'mask') mask = picture;
    else pictures.push(picture);
  }
  const layers = layersOf(task, pictures, mask);
  if (layers.length === 0) return scene;
  const tones = ramp([
    palette.near,
    mix(palette.near, palette.accent, 0.55),
    palette.horizon,
    palette.sun,
  ]);
  return (y, row) => {
    scene(y, row);
    for (const layer of layers) paintLayer(layer, tones, y, row);
  };
}

async function decoded(bytes: Uint8Array, codecs: Codecs): Promise<Raster | undefined> {
  const header = readImageHeader(bytes);
  if (header === undefined) return undefined;
  // A file may be measurable and broken all the same; the scene without it is good enough then.
  return codecs.decode(bytes, header.format).catch(() => undefined);
}

function layersOf(task: Task, pictures: readonly Raster[], mask: Raster | undefined): Layer[] {
  const { size, numbers, model } = task;
  const [first] = pictures;
  if (first === undefined) return [];
  const place = { picture: first, width: first.width, height: first.height, toned: 0 };
  const whole = { from: 0, to: size.width };
  switch (model.family) {
    case 'expand':
      return [{ ...place, ...whole, left: numbers['left'] ?? 0, top: numbers['top'] ?? 0 }];
    case 'outpainting': {
      const left = numbers['reference_offset_x'] ?? Math.round((size.width - first.width) / 2);
      const top = numbers['reference_offset_y'] ?? Math.round((size.height - first.height) / 2);
      return [{ ...place, ...whole, left, top }];
    }
    case 'fill':
    case 'erase':
    case 'deblur':
      return [{ ...place, ...whole, left: 0, top: 0, ...(mask === undefined ? {} : { mask }) }];
    case 'flux-1':
    case 'flux-2':
    case 'flux-2-flex':
    case 'flux-2-klein':
    case 'flux-3':
    case 'kontext':
    case 'ultra':
      return pictures.map((picture, index) => ({
        ...covering(picture, size),
        picture,
        toned: 0.6,
        from: Math.round((size.width * index) / pictures.length),
        to: Math.round((size.width * (index + 1)) / pictures.length),
      }));
  }
}

/** Scaled so that it just covers the whole, and centred. */
function covering(
  picture: PixelSize,
  size: PixelSize,
): Pick<Layer, 'left' | 'top' | 'width' | 'height'> {
  const scale = Math.max(size.width / picture.width, size.height / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  return { width, height, left: (size.width - width) / 2, top: (size.height - height) / 2 };
}

function paintLayer(layer: Layer, tones: Float32Array, y: number, row: Float32Array): void {
  const { picture, toned, mask } = layer;
  const sourceY = ((y + 0.5 - layer.top) / layer.height) * picture.height - 0.5;
  if (sourceY <= -1 || sourceY >= picture.height) return;
  const columns = picture.width / layer.width;
  const start = Math.max(layer.from, Math.ceil(layer.left), 0);
  const end = Math.min(layer.to, Math.floor(layer.left + layer.width), row.length / 3);
  const pixel = new Float32Array(4);
  for (let x = start; x < end; x += 1) {
    const sourceX = (x + 0.5 - layer.left) * columns - 0.5;
    sample(picture, sourceX, sourceY, pixel);
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixel;
    const hidden =
      mask === undefined ? 0 : brightness(mask, sourceX / picture.width, sourceY / picture.height);
    const share = (alpha / 255) * (1 - hidden);
    const grey = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    const tone = Math.round((grey / 255) * (RAMP_STEPS - 1)) * 3;
    for (let channel = 0; channel < 3; channel += 1) {
      const shown = (pixel[channel] ?? 0) * (1 - toned) + (tones[tone + channel] ?? 0) * toned;
      const index = x * 3 + channel;
      row[index] = (row[index] ?? 0) * (1 - share) + shown * share;
    }
  }
}

/** The colour between four pixels. */
function sample({ data, width, height }: Raster, x: number, y: number, into: Float32Array): void {
  const left = Math.min(Math.max(Math.floor(x), 0), width - 1);
  const top = Math.min(Math.max(Math.floor(y), 0), height - 1);
  const across = Math.min(Math.max(x - left, 0), 1);
  const down = Math.min(Math.max(y - top, 0), 1);
  const right = Math.min(left + 1, width - 1);
  const bottom = Math.min(top + 1, height - 1);
  for (let channel = 0; channel < 4; channel += 1) {
    const at = (column: number, line: number) => data[(line * width + column) * 4 + channel] ?? 0;
    const above = at(left, top) * (1 - across) + at(right, top) * across;
    const below = at(left, bottom) * (1 - across) + at(right, bottom) * across;
    into[channel] = above * (1 - down) + below * down;
  }
}

/** 0…1 at a place given by shares of width and height. */
function brightness({ data, width, height }: Raster, x: number, y: number): number {
  const column = Math.min(Math.max(Math.round(x * width), 0), width - 1);
  const line = Math.min(Math.max(Math.round(y * height), 0), height - 1);
  return (data[(line * width + column) * 4] ?? 0) / 255;
}

import type { Model } from '../core/api/model';
import { resolutionAreas } from '../core/api/models/flux3';
import { ratioOf } from '../core/api/ratio';
import { MEGAPIXEL, type PixelSize } from '../core/assets/size';
import { unaskedSize } from '../core/assets/unaskedSize';
import type { Inputs } from './inputs';

type Body = Readonly<Record<string, unknown>>;

/** Sizes that the open-weight Kontext was made for, widest first; the service's own list is not documented. */
const kontextSizes: readonly PixelSize[] = [
  [1568, 672],
  [1504, 688],
  [1456, 720],
  [1392, 752],
  [1328, 800],
  [1248, 832],
  [1184, 880],
  [1104, 944],
  [1024, 1024],
].flatMap(([long = 0, short = 0]) => [
  { width: long, height: short },
  { width: short, height: long },
]);

/** The size of the picture that a valid body asks for, in px (defaults: bfl-api.md §3–§5). */
export function outputSize(model: Model, body: Body, inputs: Inputs): PixelSize {
  const first = inputs.images[0]?.size;
  switch (model.family) {
    case 'flux-2':
    case 'flux-2-flex':
    case 'flux-2-klein':
      return asked(body, unaskedSize(first));
    case 'flux-1':
      return asked(body, { width: 1024, height: 768 });
    case 'outpainting':
      return asked(body, first ?? square(1024));
    case 'ultra':
      return ofRatio(askedRatio(body, 16 / 9), 4 * MEGAPIXEL, 32);
    case 'kontext':
      return nearestRatio(kontextSizes, askedRatio(body, shapeOf(first)));
    case 'flux-3':
      return ofRatio(
        askedRatio(body, shapeOf(first)),
        resolutionAreas[text(body['resolution'])] ?? MEGAPIXEL,
        16,
      );
    case 'expand':
      return expanded(first ?? square(1024), body);
    case 'fill':
    case 'erase':
    case 'deblur':
      return first ?? square(1024);
  }
}

function asked(body: Body, otherwise: PixelSize): PixelSize {
  const { width, height } = body;
  return {
    width: typeof width === 'number' ? width : otherwise.width,
    height: typeof height === 'number' ? height : otherwise.height,
  };
}

/** The short side to the nearest step, the long one up to the next: 16:9 of 4 MP is 2752 × 1536. */
function ofRatio(ratio: number, area: number, step: number): PixelSize {
  const wide = Math.max(ratio, 1 / ratio);
  const short = Math.round(Math.sqrt(area / wide) / step) * step;
  const long = Math.ceil((short * wide) / step - 0.01) * step;
  return ratio >= 1 ? { width: long, height: short } : { width: short, height: long };
}

function nearestRatio(sizes: readonly PixelSize[], ratio: number): PixelSize {
  const distance = ({ width, height }: PixelSize) => Math.abs(Math.log(width / height / ratio));
  return sizes.reduce((best, one) => (distance(one) < distance(best) ? one : best));
}

function askedRatio(body: Body, otherwise: number): number {
  const ratio = ratioOf(body['aspect_ratio']);
  return Number.isNaN(ratio) ? otherwise : ratio;
}

function shapeOf(size: PixelSize | undefined): number {
  return size === undefined ? 1 : size.width / size.height;
}

function expanded({ width, height }: PixelSize, body: Body): PixelSize {
  const side = (name: string) => (typeof body[name] === 'number' ? body[name] : 0);
  return {
    width: width + side('left') + side('right'),
    height: height + side('top') + side('bottom'),
  };
}

function square(side: number): PixelSize {
  return { width: side, height: side };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

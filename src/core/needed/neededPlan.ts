import { formatsOf } from '../api/deliveredFormat';
import type { ImageFormat, Model } from '../api/model';
import type { Dialect } from '../api/provider';
import { derivedFormatOf, type DerivedFormat, type Recipe } from '../assets/recipe';
import type { PixelSize } from '../assets/size';
import { OG_IMAGE } from '../code/imageDraft';
import type { ImageReference } from '../code/imageReference';
import { askedShape } from './askedShape';

/** The image that a reference asks for. */
export interface WantedImage {
  /** The path of the file that it means, with `/` between its parts. */
  readonly path: string;
  /** In px, as far as the code says. */
  readonly width?: number;
  readonly height?: number;
  readonly purpose?: ImageReference['purpose'];
}

/** How a needed image is made: what is asked of the service, and what is done here with its answer. */
export interface NeededPlan {
  /** By the API's names. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Where the image is to lie: the wanted path, or one with another extension where no such file can be made. */
  readonly path: string;
  /** The size of the file in px; absent where the model's own size is as good as any. */
  readonly size?: PixelSize;
  /** How the file is made of the paid picture; absent where the paid picture is the file. */
  readonly recipe?: Recipe;
}

/** Who draws, and how. */
export interface Drawing {
  readonly model: Model;
  readonly dialect: Dialect;
  /** The setting `fluxAssets.outputFormat`. */
  readonly outputFormat: 'auto' | ImageFormat;
}

/** The image's path, format and size are fixed by the reference; the model gives what comes nearest and is the smallest. */
export function planNeeded(wanted: WantedImage, drawing: Drawing): NeededPlan {
  const format = derivedFormatOf(wanted.path);
  const path = madePath(wanted.path);
  const size = wantedSize(wanted);
  if (format === 'ico') return { ...iconPlan(size, drawing), path };
  const { parameters, drawn } =
    size === undefined
      ? { parameters: {} }
      : askedShape(drawing.model, drawing.dialect, size, LEAST_PIXELS);
  const fits = size === undefined || (drawn?.width === size.width && drawn.height === size.height);
  const common = { path, ...(size === undefined ? {} : { size }) };
  const asked = format ?? 'png';
  if (fits && asked !== 'avif' && delivers(drawing.model, asked)) {
    return { ...common, parameters: { ...parameters, ...formatParameter(drawing.model, asked) } };
  }
  const recipe: Recipe = { format: asked, ...(size && { ...size, fit: 'cover' }) };
  return { ...common, parameters: { ...parameters, ...originalFormat(drawing) }, recipe };
}

/**
 * Where the image of a path is to lie. Models make still pictures of pixels: in place of an SVG or a GIF there is a PNG
 * beside it, and the reference is to be changed.
 */
export function madePath(path: string): string {
  return derivedFormatOf(path) === undefined ? path.replace(/(\.\w+)?$/, '.png') : path;
}

/**
 * Models draw small pictures badly, and none is cheaper than a whole megapixel (bfl-api.md §7): what is smaller is made of
 * one of this area.
 */
export const LEAST_PIXELS = 512 * 512;

/** The largest picture in an icon file, and what one without a size is drawn at, in px. */
const LARGEST_ICON = 256;

function wantedSize({ width, height, purpose }: WantedImage): PixelSize | undefined {
  if (width !== undefined && height !== undefined) return whole({ width, height });
  if (purpose !== 'og-image') {
    // One side alone: the picture is square, as it is for the service when nothing is asked for.
    const side = width ?? height;
    return side === undefined ? undefined : whole({ width: side, height: side });
  }
  const scale =
    width !== undefined
      ? width / OG_IMAGE.width
      : height !== undefined
        ? height / OG_IMAGE.height
        : 1;
  return whole({ width: OG_IMAGE.width * scale, height: OG_IMAGE.height * scale });
}

function whole({ width, height }: PixelSize): PixelSize {
  return { width: Math.max(Math.round(width), 1), height: Math.max(Math.round(height), 1) };
}

/** An icon file holds its usual sizes, or the one that is asked for. */
function iconPlan(size: PixelSize | undefined, drawing: Drawing): Omit<NeededPlan, 'path'> {
  const side = size && Math.min(Math.max(size.width, size.height), LARGEST_ICON);
  const drawnSide = side ?? LARGEST_ICON;
  const square = { width: drawnSide, height: drawnSide };
  const { parameters } = askedShape(drawing.model, drawing.dialect, square, LEAST_PIXELS);
  return {
    parameters: { ...parameters, ...originalFormat(drawing) },
    recipe: { format: 'ico', ...(side === undefined ? {} : { width: side, height: side }) },
    ...(side === undefined ? {} : { size: square }),
  };
}

function delivers(model: Model, format: DerivedFormat): boolean {
  return formatsOf(model).includes(format);
}

function formatParameter({ parameters }: Model, format: string): { output_format?: string } {
  const hasChoice = parameters.some(({ name }) => name === 'output_format');
  return hasChoice ? { output_format: format } : {};
}

/** What other files are made of loses least as PNG; a format that a person has set is theirs. */
function originalFormat({ model, outputFormat }: Drawing): { output_format?: string } {
  return outputFormat === 'auto' && delivers(model, 'png') ? formatParameter(model, 'png') : {};
}

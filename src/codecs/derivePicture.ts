import { iconFile } from '../core/assets/iconFile';
import { readPictureHeader } from '../core/assets/pictureHeader';
import { pictureLayout } from '../core/assets/pictureLayout';
import { ICON_SIZES, usualQuality, type Recipe } from '../core/assets/recipe';
import { openAvif } from './avif';
import { openCodecs, type Codecs, type Raster } from './codecs';
import { crop, edgeColor, layOver, placeIn, WHITE } from './compose';
import { resize } from './resize';

/** Makes the file that a recipe asks for. */
export type DerivePicture = (
  bytes: Uint8Array,
  recipe: Recipe,
  signal?: AbortSignal,
) => Promise<Uint8Array>;

/**
 * Opens what makes files of a PNG, JPEG, WebP or AVIF, upright as it is shown; its codecs are compiled once. It rejects
 * where the picture is broken or the memory does not reach; after that, open another one. A room of its own that
 * knows no editor: it runs in a worker thread.
 */
export function openDeriving(): DerivePicture {
  const codecs = openCodecs();
  const avif = openAvif();
  const decode = (bytes: Uint8Array): Promise<Raster> => {
    const header = readPictureHeader(bytes);
    if (header === undefined) throw new Error('The file is no PNG, JPEG, WebP or AVIF.');
    const { format } = header;
    return format === 'avif' ? avif.decode(bytes) : codecs.decode(bytes, format);
  };
  return async (bytes, recipe, signal) => {
    const picture = await decode(bytes);
    signal?.throwIfAborted();
    const { format } = recipe;
    if (format === 'ico') return icon(picture, recipe, codecs);
    const raster = await drawn(picture, recipe);
    signal?.throwIfAborted();
    if (format === 'png') return codecs.encode(raster, format);
    const { quality = usualQuality[format] } = recipe;
    return format === 'avif'
      ? avif.encode(raster, quality)
      : codecs.encode(raster, format, quality);
  };
}

async function icon(picture: Raster, recipe: Recipe, codecs: Codecs): Promise<Uint8Array> {
  const own = recipe.width ?? recipe.height;
  const icons = [];
  for (const side of own === undefined ? ICON_SIZES : [own]) {
    const raster = await drawn(picture, { ...recipe, width: side, height: side });
    icons.push({ width: side, height: side, png: await codecs.encode(raster, 'png') });
  }
  return iconFile(icons);
}

async function drawn(picture: Raster, recipe: Recipe): Promise<Raster> {
  const { size, taken, place } = pictureLayout(picture, recipe);
  const part = crop(picture, taken);
  const isSame = part.width === place.width && part.height === place.height;
  const scaled = isSame ? part : await resize(part, place);
  const whole = placeIn(scaled, place, size);
  const { background = 'transparent' } = recipe;
  if (background === 'edge') return layOver(copyOf(whole), edgeColor(scaled));
  if (background === 'white' || recipe.format === 'jpeg') return layOver(copyOf(whole), WHITE);
  return whole;
}

/** The picture may be used again, for the next size of an icon. */
function copyOf({ data, ...size }: Raster): Raster {
  return { ...size, data: new Uint8ClampedArray(data) };
}

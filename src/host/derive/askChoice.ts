import type { FileChoice, SourcePicture } from '../../core/assets/filePlan';
import {
  hasQuality,
  LONGEST_SIDE,
  usualQuality,
  type DerivedFormat,
} from '../../core/assets/recipe';
import type { PixelSize } from '../../core/assets/size';
import type { Localizer } from '../../protocol/localizer';
import { formatName } from '../../protocol/formatNames';
import type { FileDialogs } from './fileDialogs';
import { parseQuality, parseSize, parseWidth } from '../../core/assets/typedSize';

/** Asks what is to be made of the pictures; `undefined` where the person leaves. Icons are made of one picture only. */
export async function askChoice(
  pictures: readonly SourcePicture[],
  dialogs: FileDialogs,
  l10n: Localizer,
): Promise<FileChoice | undefined> {
  const [first] = pictures;
  if (first === undefined) return undefined;
  const isOne = pictures.length === 1;
  const kind = await dialogs.pick(
    {
      title: l10n.t('Make Files'),
      placeHolder: isOne
        ? l10n.t(
            'What is to be made of {0} ({1} × {2})? It is free.',
            first.stem,
            first.width,
            first.height,
          )
        : l10n.t('What is to be made of {0} images? It is free.', pictures.length),
    },
    kinds(l10n).filter(({ value }) => isOne || (value !== 'icons' && value !== 'favicon')),
  );
  switch (kind) {
    case undefined:
      return undefined;
    case 'icons':
    case 'favicon':
    case 'ogCard':
      return { kind };
    case 'format':
      return withEncoding({ kind }, dialogs, l10n);
    case 'densities': {
      const width = await askWidth(first, dialogs, l10n);
      return width === undefined ? undefined : withEncoding({ kind, width }, dialogs, l10n);
    }
    case 'exact': {
      const size = await askSize(first, dialogs, l10n);
      const fit = size && (await askFit(size, pictures, dialogs, l10n));
      return fit && withEncoding({ kind, ...size, fit }, dialogs, l10n);
    }
  }
}

function kinds(l10n: Localizer) {
  const choice = (value: FileChoice['kind'], label: string, detail: string) => ({
    value,
    label,
    detail,
  });
  return [
    choice('format', l10n.t('Format…'), l10n.t('The whole image as WebP, AVIF, JPEG or PNG.')),
    choice(
      'densities',
      l10n.t('Sizes @1x, @2x, @3x…'),
      l10n.t('One image for screens of every density, with a srcset to copy.'),
    ),
    choice(
      'exact',
      l10n.t('Exact Size and Crop…'),
      l10n.t('One file of the width and height that you enter.'),
    ),
    choice(
      'icons',
      l10n.t('Favicon and Web App Icons'),
      l10n.t('favicon.ico, PNGs for Android, desktop and iOS, and their manifest entries.'),
    ),
    choice('favicon', l10n.t('Favicon'), l10n.t('favicon.ico with 16, 32 and 48 px.')),
    choice(
      'ogCard',
      l10n.t('Card for Links (Open Graph)'),
      l10n.t('A JPEG of 1200 × 630 px, cut to its shape around the center.'),
    ),
  ];
}

interface Encoding {
  readonly format: DerivedFormat;
  readonly quality?: number;
}

async function withEncoding<T>(
  choice: T,
  dialogs: FileDialogs,
  l10n: Localizer,
): Promise<(T & Encoding) | undefined> {
  const details: readonly (readonly [DerivedFormat, string])[] = [
    ['webp', l10n.t('Small, keeps transparency, in every browser.')],
    [
      'avif',
      l10n.t('Smallest, keeps transparency, in browsers since 2024; takes longest to make.'),
    ],
    ['jpeg', l10n.t('Opens everywhere; transparent parts become white.')],
    ['png', l10n.t('Nothing is lost; the largest files.')],
  ];
  const format = await dialogs.pick(
    { title: l10n.t('Make Files'), placeHolder: l10n.t('In which format?') },
    details.map(([value, detail]) => ({ value, label: formatName(value), detail })),
  );
  if (format === undefined) return undefined;
  if (!hasQuality(format)) return { ...choice, format };
  const typed = await dialogs.ask({
    title: l10n.t('Make Files'),
    prompt: l10n.t(
      'Quality of the {0}, from 1 (smallest file) to 100 (nothing to be seen)',
      formatName(format),
    ),
    value: String(usualQuality[format]),
    validateInput: (text) =>
      parseQuality(text) === undefined ? l10n.t('Enter a whole number from 1 to 100.') : undefined,
  });
  const quality = typed === undefined ? undefined : parseQuality(typed);
  return quality === undefined ? undefined : { ...choice, format, quality };
}

async function askWidth(
  { width }: PixelSize,
  dialogs: FileDialogs,
  l10n: Localizer,
): Promise<number | undefined> {
  const typed = await dialogs.ask({
    title: l10n.t('Make Files'),
    prompt: l10n.t(
      'Width on the page, in CSS pixels. The image has {0} px: enough for @2x up to {1}.',
      width,
      Math.floor(width / 2),
    ),
    value: String(Math.max(Math.floor(width / 2), 1)),
    validateInput: (text) =>
      parseWidth(text) === undefined
        ? l10n.t('Enter a whole number from 1 to {0}.', Math.floor(LONGEST_SIDE / 3))
        : undefined,
  });
  return typed === undefined ? undefined : parseWidth(typed);
}

async function askSize(
  picture: PixelSize,
  dialogs: FileDialogs,
  l10n: Localizer,
): Promise<{ readonly width: number; readonly height?: number } | undefined> {
  const typed = await dialogs.ask({
    title: l10n.t('Make Files'),
    prompt: l10n.t('Width and height in pixels, or the width alone to keep the shape'),
    placeHolder: '640 × 360',
    value: `${picture.width} × ${picture.height}`,
    validateInput: (text) =>
      parseSize(text) === undefined
        ? l10n.t(
            'Enter a size as 640 × 360, or a width as 640; sides have 1 to {0} pixels.',
            LONGEST_SIDE,
          )
        : undefined,
  });
  return typed === undefined ? undefined : parseSize(typed);
}

/** Asked only where it makes a difference. */
async function askFit(
  { width, height }: { readonly width: number; readonly height?: number },
  pictures: readonly PixelSize[],
  dialogs: FileDialogs,
  l10n: Localizer,
): Promise<'cover' | 'contain' | undefined> {
  const hasShape = (each: PixelSize) =>
    height === undefined || Math.abs((each.height * width) / each.width - height) < 1;
  if (pictures.every(hasShape)) return 'cover';
  return dialogs.pick<'cover' | 'contain'>(
    {
      title: l10n.t('Make Files'),
      placeHolder: l10n.t('The image has another shape. How is it to fit?'),
    },
    [
      {
        value: 'cover',
        label: l10n.t('Crop'),
        detail: l10n.t('Fills the size; what is too much is cut off on both sides alike.'),
      },
      {
        value: 'contain',
        label: l10n.t('Leave Space'),
        detail: l10n.t('The whole image; the space beside it is transparent, in a JPEG white.'),
      },
    ],
  );
}

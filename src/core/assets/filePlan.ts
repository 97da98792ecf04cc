import { enlarges, sizeOf } from './pictureLayout';
import { derivedExtension, ICON_SIZES, type DerivedFormat, type Recipe } from './recipe';
import type { PixelSize } from './size';

/** A picture that files are to be made from. */
export interface SourcePicture extends PixelSize {
  /** Its file name without extension. */
  readonly stem: string;
  readonly format: DerivedFormat;
}

interface Encoding {
  readonly format: DerivedFormat;
  readonly quality?: number;
}

/** What a person wants of a picture. */
export type FileChoice =
  /** The whole picture in another format. */
  | ({ readonly kind: 'format' } & Encoding)
  /** One size for screens of one, two and three px per CSS px; `width` is in CSS px. */
  | ({ readonly kind: 'densities'; readonly width: number } & Encoding)
  /** One file of a size and shape. */
  | ({
      readonly kind: 'exact';
      readonly width: number;
      readonly height?: number;
      readonly fit: 'cover' | 'contain';
    } & Encoding)
  | { readonly kind: 'favicon' }
  /** All that a site or web app needs to be put on a home screen. */
  | { readonly kind: 'icons' }
  /** The card that links to a page are shown with. */
  | { readonly kind: 'ogCard' };

/** What a file is for, where that decides how a page names it. */
export type FileRole = 'favicon' | 'appIcon' | 'maskableIcon' | 'appleTouchIcon' | 'ogCard';

/** One file that is to be made. */
export interface PlannedFile {
  /** With extension, without folder. */
  readonly name: string;
  readonly recipe: Recipe;
  /** In px; the largest of an icon file. */
  readonly size: PixelSize;
  /** Whether the picture has fewer px than it takes, so that it looks soft. */
  readonly isEnlarged: boolean;
  /** px per CSS px. */
  readonly density?: number;
  readonly role?: FileRole;
}

/** What a choice comes to. */
export interface FilePlan {
  readonly files: readonly PlannedFile[];
  /** Files that belong to the choice but would only enlarge the picture. */
  readonly leftOut: readonly PlannedFile[];
}

const OG_CARD = { width: 1200, height: 630 };

/** The files that a choice makes of a picture. A name is never the picture's own. */
export function planFiles(choice: FileChoice, picture: SourcePicture): FilePlan {
  switch (choice.kind) {
    case 'format':
      return whole(oneFile(picture, encodingOf(choice), picture.stem));
    case 'exact': {
      const { width, height, fit } = choice;
      const recipe = height === undefined ? { width } : { width, height, fit };
      return whole(oneFile(picture, { ...encodingOf(choice), ...recipe }, picture.stem));
    }
    case 'densities':
      return densities(choice, picture);
    case 'favicon':
      return whole(favicon(picture));
    case 'icons':
      return { files: icons(picture), leftOut: [] };
    case 'ogCard':
      return whole(
        planned(picture, { format: 'jpeg', ...OG_CARD }, `${picture.stem}-og`, 'ogCard'),
      );
  }
}

function encodingOf({ format, quality }: Encoding): Recipe {
  return quality === undefined ? { format } : { format, quality };
}

/** The size stands in the name where it is another than the picture's. */
function oneFile(picture: SourcePicture, recipe: Recipe, stem: string): PlannedFile {
  const { width, height } = sizeOf(picture, recipe);
  const isSame = width === picture.width && height === picture.height;
  return planned(picture, recipe, isSame ? stem : `${stem}-${width}x${height}`);
}

function densities(
  choice: Extract<FileChoice, { kind: 'densities' }>,
  picture: SourcePicture,
): FilePlan {
  const { stem, format } = picture;
  // The picture itself, at its full size, is no file for one px per CSS px.
  const base = choice.format === format ? `${stem}-${choice.width}` : stem;
  const all = [1, 2, 3].map((density) => ({
    ...planned(
      picture,
      { ...encodingOf(choice), width: choice.width * density },
      density === 1 ? base : `${base}@${density}x`,
    ),
    density,
  }));
  return {
    files: all.filter(({ density, isEnlarged }) => density === 1 || !isEnlarged),
    leftOut: all.filter(({ density, isEnlarged }) => density !== 1 && isEnlarged),
  };
}

function favicon(picture: SourcePicture): PlannedFile {
  const side = Math.max(...ICON_SIZES);
  return {
    name: 'favicon.ico',
    recipe: { format: 'ico', fit: 'contain' },
    size: { width: side, height: side },
    isEnlarged: enlarges(picture, { width: side, height: side, fit: 'contain' }),
    role: 'favicon',
  };
}

/** https://web.dev/articles/maskable-icon and https://developer.apple.com/design/human-interface-guidelines/app-icons */
function icons(picture: SourcePicture): readonly PlannedFile[] {
  const square = (side: number) =>
    ({ format: 'png', width: side, height: side, fit: 'contain' }) as const;
  return [
    favicon(picture),
    planned(picture, square(192), 'icon-192', 'appIcon'),
    planned(picture, square(512), 'icon-512', 'appIcon'),
    // A launcher may cut it to a circle of 80 % of its width, and shows what is transparent in black.
    planned(
      picture,
      { ...square(512), margin: 0.1, background: 'edge' },
      'icon-maskable-512',
      'maskableIcon',
    ),
    planned(picture, { ...square(180), background: 'edge' }, 'apple-touch-icon', 'appleTouchIcon'),
  ];
}

function planned(
  picture: SourcePicture,
  recipe: Recipe,
  stem: string,
  role?: FileRole,
): PlannedFile {
  return {
    name: `${ownStem(picture, recipe, stem)}.${derivedExtension(recipe)}`,
    recipe,
    size: sizeOf(picture, recipe),
    isEnlarged: enlarges(picture, recipe),
    ...(role !== undefined && { role }),
  };
}

function ownStem(picture: SourcePicture, recipe: Recipe, stem: string): string {
  return stem === picture.stem && recipe.format === picture.format ? `${stem}-smaller` : stem;
}

function whole(file: PlannedFile): FilePlan {
  return { files: [file], leftOut: [] };
}

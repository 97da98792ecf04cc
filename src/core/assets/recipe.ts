/** Formats that are made locally from a picture that is there already. */
export type DerivedFormat = 'png' | 'jpeg' | 'webp' | 'avif' | 'ico';

/** How one file is made from a picture, locally and for free. */
export interface Recipe {
  readonly format: DerivedFormat;
  /** In px; the picture's own where absent. With one of the two the other follows the picture's shape. */
  readonly width?: number;
  readonly height?: number;
  /** Where width and height have another shape than the picture: `cover`, which is usual, cuts what is too much, `contain` leaves space. */
  readonly fit?: 'cover' | 'contain';
  /** 1 to 100, for formats that have it. */
  readonly quality?: number;
  /**
   * What fills the space that is left, and what shows through the picture: nothing, white, or the colour that the
   * picture has along its edge. `transparent` is usual; a JPEG, which cannot have it, gets white.
   */
  readonly background?: 'transparent' | 'white' | 'edge';
  /** What is left free on each side, as a part of it: with 0.1 the picture takes 80 %. None is usual. */
  readonly margin?: number;
}

/** The sizes that an icon file holds where its recipe names none, in px. */
export const ICON_SIZES: readonly number[] = [16, 32, 48];

/** The longest side that can be made, in px: WebP's. */
export const LONGEST_SIDE = 16_383;

/** The longest side of a picture within an icon file, in px. */
export const LONGEST_ICON_SIDE = 256;

/** The quality that is used where a recipe names none. Each gives about the same likeness to the picture. */
export const usualQuality = { jpeg: 82, webp: 80, avif: 60 } as const;

/** Whether a format loses something for fewer bytes, so that a quality can be asked for. */
export function hasQuality(format: DerivedFormat): format is keyof typeof usualQuality {
  return format in usualQuality;
}

/** The extension of a file that a recipe makes, without a dot. */
export function derivedExtension({ format }: Pick<Recipe, 'format'>): string {
  return format === 'jpeg' ? 'jpg' : format;
}

/** The format that a file name asks for by its extension, if it can be made. */
export function derivedFormatOf(name: string): DerivedFormat | undefined {
  const extension = /\.(png|jpe?g|webp|avif|ico)$/i.exec(name)?.[1]?.toLowerCase();
  if (extension === undefined) return undefined;
  return extension === 'jpg' ? 'jpeg' : (extension as DerivedFormat);
}

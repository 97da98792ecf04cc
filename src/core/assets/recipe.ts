/** Formats that are made locally from a picture that is there already. */
export type DerivedFormat = 'png' | 'jpeg' | 'webp' | 'avif' | 'ico';

/** How one file is made from a picture, locally and for free. */
export interface Recipe {
  readonly format: DerivedFormat;
  /** In px; the picture's own where absent. With one of the two the other follows the picture's shape. */
  readonly width?: number;
  readonly height?: number;
  /** Where width and height have another shape than the picture: `cover` cuts what is too much, `contain` leaves space. */
  readonly fit?: 'cover' | 'contain';
  /** 1 to 100, for formats that have it. */
  readonly quality?: number;
}

/** A stretch of a text, in UTF-16 units from its beginning; `end` is the first unit behind it. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** How what stands in the span is written, so that another path can be put in its place. */
export type ReferenceSyntax =
  /** A URL as Markdown, HTML, JSX, CSS and their like have it: percent-encoded. */
  | 'url'
  /** A path as it is, with the escapes of its string or none. */
  | 'path'
  /** A name without folder and extension: an Android drawable, an image of an asset catalogue. */
  | 'resource';

/** A change of what stands around a reference. */
export interface AroundChange extends TextSpan {
  /** What stands there. */
  readonly raw: string;
  readonly text: string;
}

/** One place in a text that names an image. */
export interface ImageReference extends TextSpan {
  /** As written, without quotes or brackets. */
  readonly raw: string;
  /** What is meant: entities, escapes and percent signs resolved, without query and fragment. */
  readonly path: string;
  readonly syntax: ReferenceSyntax;
  /** The URL of a service that gives any picture of a size, in place of a real one. */
  readonly isPlaceholder?: true;
  /** The place takes web addresses alone: `Image.network('https://…')`. */
  readonly isWebOnly?: true;
  /** What changes with it there so that a file of the project can take its place; absent where nothing safe is known. */
  readonly around?: readonly AroundChange[];
  /** An image that a bundler resolves (`import`, `url()` in a bundled sheet), never a URL of the finished site. */
  readonly isModule?: true;
  /** What the text says of the picture: alternative text, caption, label. */
  readonly alt?: string;
  /** In px, as the text asks for them (of the file: a `2x` candidate has twice the element's). */
  readonly width?: number;
  readonly height?: number;
  /**
   * The folders from which the path counts, as paths from the document's own, the first looked through first: those of
   * `\graphicspath`, AsciiDoc's `imagesdir`. Absent where it is the document's own alone.
   */
  readonly folders?: readonly string[];
  /** The nearest heading above, in the languages that have any. */
  readonly heading?: string;
  /** What it is for, where its place says so. */
  readonly purpose?: 'og-image' | 'icon' | 'background' | 'poster';
  /** All that stands there for this image (element, statement, `![…](…)`), to be taken away with it; absent where others share it. */
  readonly whole?: TextSpan;
}

/** Finds the references to images in one text, in their order. Never throws: a text that cannot be parsed has none. */
export type FindReferences = (text: string, path: string) => readonly ImageReference[];

import type { TextSpan } from '../imageReference';
import type { CodeLanguage } from '../language';
import type { Project, ReferencePlace } from '../project';

/** An image to be named in a text. */
export interface Picture {
  /** The path of its file, with `/` between its parts. */
  readonly path: string;
  /** What it shows; empty where nothing is known of it. */
  readonly alt: string;
  /** As it is to be shown, in CSS px. */
  readonly width?: number;
  readonly height?: number;
  /** The same picture for finer screens (`hero@2x.png`), coarsest first; without `path` itself. */
  readonly densities?: readonly { readonly path: string; readonly scale: number }[];
}

/** A text in which images are to be named. */
export interface WritingText extends ReferencePlace {
  readonly text: string;
  readonly language: CodeLanguage;
  readonly project: Project;
}

/** A change of a text: what is to stand in place of the span. */
export interface TextEdit extends TextSpan {
  readonly text: string;
}

/** What one picture becomes in a text. */
export interface WrittenReference {
  readonly text: string;
  /** A reference that stands in lines of its own, between blank ones. */
  readonly isBlock?: true;
}

/** How a language names an image at a place of a text. */
export type WriteReference = (
  picture: Picture,
  at: WritingText,
  span: TextSpan,
) => WrittenReference;

import type { ImageReference } from './imageReference';

/** What a picture is to show and how large it is to be, read from the code that wants it. */
export interface ImageDraft {
  /** Empty where the code says nothing that could be drawn. */
  readonly prompt: string;
  /** In px. */
  readonly width?: number;
  readonly height?: number;
}

/** The draft for a reference: its own words, else the heading above it, else its file's name. */
export function draftOfReference(reference: ImageReference): ImageDraft {
  const { alt, heading, path, width, height } = reference;
  return {
    prompt: alt ?? heading ?? wordsOf(path),
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
  };
}

function wordsOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  return name.replace(/[-_.\s]+/g, ' ').trim();
}

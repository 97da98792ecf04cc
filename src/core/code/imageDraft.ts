import type { ImageReference } from './imageReference';
import { oneLine, saysNothing, wordsOfPath } from './nameWords';

/** What a picture is to show and how large it is to be, read from the code that wants it. */
export interface ImageDraft {
  readonly prompt: string;
  /** In px. */
  readonly width?: number;
  readonly height?: number;
}

/** The size that Facebook, LinkedIn, X and others show `og:image` at (ogp.me gives none). In px. */
export const OG_IMAGE = { width: 1200, height: 630 };

/**
 * The draft for a reference: what it says of the picture itself; else the heading above and the words of its file's
 * name, with what it is for. Never without a prompt.
 */
export function draftOfReference(reference: ImageReference): ImageDraft {
  const { alt = '', width, height, purpose } = reference;
  const isUnsized = width === undefined && height === undefined;
  return {
    prompt: saysNothing(alt) ? promptAround(reference) : oneLine(alt),
    ...(isUnsized && purpose === 'og-image' ? OG_IMAGE : {}),
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
  };
}

/** What a purpose adds to words that do not describe a picture. */
const PURPOSES: Readonly<Record<NonNullable<ImageReference['purpose']>, string>> = {
  'og-image': 'social media card',
  icon: 'simple icon',
  background: 'background',
  poster: 'still of a video',
};

function promptAround({ heading = '', path, raw, isPlaceholder, purpose }: ImageReference): string {
  const words = isPlaceholder ? placeholderText(raw) : wordsOfPath(path);
  const subject = [oneLine(heading), words].filter((part) => part !== '').join(': ');
  const use = purpose === undefined ? '' : PURPOSES[purpose];
  // `hero-background.webp` as a background says it already.
  const isSaid = subject.toLowerCase().includes(use.split(' ').at(-1) ?? use);
  const parts = [subject, isSaid ? '' : use].filter((part) => part !== '');
  return parts.length === 0 ? 'An image' : parts.join(', ');
}

/** What a placeholder service is to write on its picture: `?text=Our+team`. */
function placeholderText(url: string): string {
  const query = /\?([^#]*)/.exec(url)?.[1] ?? '';
  const text = new URLSearchParams(query.replaceAll('&amp;', '&')).get('text') ?? '';
  return saysNothing(text) ? '' : oneLine(text);
}

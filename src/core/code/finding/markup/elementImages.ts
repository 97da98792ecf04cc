import type { ImageReference, TextSpan } from '../../imageReference';
import { findInValue } from '../embedded';
import type { EmbeddedLanguages } from '../embedded';
import { imageAt } from '../imageAt';
import type { ImageDetails } from '../imageAt';
import { imageAttributesOf } from './imageAttributes';
import type { MarkupElement } from './markupElement';
import { imagesInSrcset } from './srcset';

/** The text that elements are of, and what is known of all of them. */
export interface MarkupSource {
  readonly text: string;
  readonly path: string;
  readonly embedded: EmbeddedLanguages;
  /** Whether a bundler resolves a URL that stands in an element. */
  readonly isModule?: (url: string) => boolean;
}

/** What an element has from those around it. */
export interface Surroundings {
  readonly heading?: string | undefined;
  /** The caption of the figure. */
  readonly caption?: string | undefined;
  /** The `img` that the other sources of a `picture` stand for. */
  readonly pictured?: MarkupElement | undefined;
}

/** The size of a preview that sites show of a link: what Open Graph's readers ask for. */
const PREVIEW = { width: 1200, height: 630 };

/** The images that an element's own attributes name, in the order of their places. */
export function imagesOfElement(
  source: MarkupSource,
  element: MarkupElement,
  around: Surroundings,
): readonly ImageReference[] {
  const { text, path, embedded } = source;
  const shared = { heading: around.heading, alt: wordsFor(element, around) };
  const found = imageAttributesOf(element).flatMap(({ name, isSrcset, purpose }) => {
    const value = element.attributes.get(name);
    if (value === undefined) return [];
    const details = { ...shared, purpose, ...sizeFor(element, purpose, around) };
    if (isSrcset === true) return imagesInSrcset(text, value, details);
    const span = value.spanOf({ start: 0, end: value.value.length });
    return imageAt(text, trimmed(text, span), value.value, details) ?? [];
  });
  const isOnlyThis =
    found.length === 1 && SHOWS_ONE.test(element.name) && element.isShared !== true;
  const whole = isOnlyThis ? { whole: element.span } : {};
  const style = element.attributes.get('style');
  const inStyle = style === undefined ? [] : findInValue(embedded.css, text, style, path);
  return [
    ...found.map((reference) => ({ ...reference, ...whole })),
    ...inStyle.map((reference) => ({
      ...reference,
      ...(around.heading === undefined ? {} : { heading: around.heading }),
    })),
  ]
    .map((reference) =>
      source.isModule?.(reference.path) === true
        ? { ...reference, isModule: true as const }
        : reference,
    )
    .sort((a, b) => a.start - b.start);
}

/** What an element says of its image. */
export function saidOfImage(element: MarkupElement, around: Surroundings): ImageDetails {
  const { heading } = around;
  return { heading, alt: wordsFor(element, around), ...sizeFor(element, undefined, around) };
}

/** Elements that are there for their image alone, also the components of frameworks: `NuxtImg`, `v-img`, `Image`. */
const SHOWS_ONE = /^(?:source|input|link|meta|.*im(?:g|age))$/i;

function trimmed(text: string, { start, end }: TextSpan): TextSpan {
  const raw = text.slice(start, end);
  return {
    start: start + raw.length - raw.trimStart().length,
    end: end - (raw.length - raw.trimEnd().length),
  };
}

function wordsFor(element: MarkupElement, around: Surroundings): string | undefined {
  const elements = [element, ...(around.pictured === undefined ? [] : [around.pictured])];
  for (const { attributes } of elements) {
    for (const name of ['alt', 'aria-label', 'title']) {
      const words = attributes.get(name)?.value.replace(/\s+/g, ' ').trim() ?? '';
      if (words !== '') return words;
    }
  }
  return around.caption;
}

function sizeFor(
  element: MarkupElement,
  purpose: ImageReference['purpose'],
  { pictured }: Surroundings,
): ImageDetails {
  if (purpose === 'og-image') return PREVIEW;
  if (purpose === 'background') return {};
  if (element.name === 'link' || element.name === 'meta') return iconSize(element);
  const own = shownSize(element);
  const isUnsaid = own.width === undefined && own.height === undefined;
  return isUnsaid && pictured !== undefined ? shownSize(pictured) : own;
}

function shownSize({ attributes }: MarkupElement): ImageDetails {
  const px = (name: string): number | undefined => {
    const said = /^\s*(\d{1,5})(?:\.\d+)?(?:px)?\s*$/.exec(attributes.get(name)?.value ?? '')?.[1];
    return said === undefined || Number(said) === 0 ? undefined : Number(said);
  };
  return { width: px('width'), height: px('height') };
}

/** The largest of `sizes="16x16 32x32"`; the tile of Windows has its size in its name. */
function iconSize({ attributes }: MarkupElement): ImageDetails {
  const said = attributes.get('sizes')?.value ?? attributes.get('name')?.value ?? '';
  let largest: { width: number; height: number } | undefined;
  for (const [, width, height] of said.matchAll(/(?<!\d)(\d{1,5})x(\d{1,5})(?!\d)/gi)) {
    if (Number(width) > (largest?.width ?? 0))
      largest = { width: Number(width), height: Number(height) };
  }
  return largest ?? {};
}

import { findReferences } from './findReferences';
import { draftOfReference, type ImageDraft } from './imageDraft';
import type { ImageReference, TextSpan } from './imageReference';
import type { CodeLanguage } from './language';
import { promptFromSelection } from './selection';
import { commentAt } from './standing/commentAt';
import { componentAt } from './standing/componentAt';
import { headingAbove } from './standing/headingAbove';
import { imageTagAt } from './standing/imageTagAt';

/** A text in an editor. */
export interface StandingText {
  readonly text: string;
  /** With `/` between its parts. */
  readonly path: string;
  readonly language: CodeLanguage;
}

/** A draft, with where a reference to its picture belongs. */
export interface StandingDraft extends ImageDraft {
  /** What the reference takes the place of: the markup of the image that it was read from, the selection, or nothing. */
  readonly place: TextSpan;
}

/**
 * What pictures a person wants who stands here, one draft for each that is selected. A selection of words is a prompt;
 * a selection of nothing but images is a draft for each of them. An empty one takes what is nearest: the image at the
 * cursor, the comment there or above, the heading above, the component's name. Empty where there is nothing of it.
 */
export async function draftsAt(
  standing: StandingText,
  selections: readonly TextSpan[],
): Promise<readonly StandingDraft[]> {
  const { text, path, language } = standing;
  const references = await findReferences(language, text, path);
  const selected = selections.filter(({ start, end }) => text.slice(start, end).trim() !== '');
  // An empty cursor beside selections says nothing more.
  const spans = selected.length > 0 ? selected : selections.slice(0, 1);
  const drafts = spans.flatMap((span) => draftsIn(standing, span, references));
  // The same words twice are one picture.
  const once = new Map<string, StandingDraft>();
  for (const draft of drafts) {
    const key = JSON.stringify([draft.prompt, draft.width, draft.height]);
    if (!once.has(key)) once.set(key, draft);
  }
  return [...once.values()];
}

function draftsIn(
  standing: StandingText,
  span: TextSpan,
  references: readonly ImageReference[],
): readonly StandingDraft[] {
  const around = references.find((each) => holds(each.whole ?? each, span));
  const words = standing.text.slice(span.start, span.end);
  if (words.trim() === '') return draftAt(standing, span.start, around);
  const inside = imagesAlone(words, span, references);
  if (inside.length > 0) return inside.map((each) => standingDraft(standing, each, each.end));
  const prompt = promptFromSelection(words);
  if (around === undefined) return prompt === '' ? [] : [{ prompt, place: span }];
  // A part of an image's markup: its own words, unless it is these that are selected.
  const draft = standingDraft(standing, around, span.end);
  return [around.alt?.includes(prompt) === true ? { ...draft, prompt } : draft];
}

function draftAt(
  standing: StandingText,
  offset: number,
  around: ImageReference | undefined,
): readonly StandingDraft[] {
  const { text, path, language } = standing;
  if (around !== undefined) return [standingDraft(standing, around, offset)];
  const tag = imageTagAt(text, offset, language);
  if (tag !== undefined) return [tag];
  const prompt =
    commentAt(text, offset, language) ??
    headingAbove(text, offset, language) ??
    componentAt(text, offset, language, path);
  return prompt === undefined ? [] : [{ prompt, place: { start: offset, end: offset } }];
}

function standingDraft(
  { text, language }: StandingText,
  reference: ImageReference,
  offset: number,
): StandingDraft {
  const isMarkup = MARKUP.includes(language);
  const place = isMarkup ? reference.whole : urlAround(text, reference);
  return { ...draftOfReference(reference), place: place ?? { start: offset, end: offset } };
}

/** Languages in which a reference that is written is the whole of what stands there for an image. */
const MARKUP: readonly CodeLanguage[] = [
  ...(['markdown', 'mdx', 'html', 'jsx', 'vue', 'svelte', 'astro'] as const),
  ...(['rst', 'asciidoc', 'latex'] as const),
];

/** In a style sheet that is the `url()` around the name. */
function urlAround(text: string, { start, end }: TextSpan): TextSpan | undefined {
  const before = /url\(\s*["']?$/i.exec(text.slice(0, start))?.[0];
  const after = /^["']?\s*\)/.exec(text.slice(end))?.[0];
  if (before === undefined || after === undefined) return undefined;
  return { start: start - before.length, end: end + after.length };
}

/** The images in a selection that has nothing else in it but space and tags. */
function imagesAlone(
  words: string,
  { start, end }: TextSpan,
  references: readonly ImageReference[],
): readonly ImageReference[] {
  const inside = references.filter(
    ({ whole }) => whole !== undefined && start <= whole.start && whole.end <= end,
  );
  let rest = words;
  for (const { whole } of inside.toReversed()) {
    if (whole === undefined) continue;
    rest = rest.slice(0, whole.start - start) + rest.slice(whole.end - start);
  }
  return rest.replace(/<[^>]*>/g, '').trim() === '' ? inside : [];
}

function holds(outer: TextSpan, { start, end }: TextSpan): boolean {
  return outer.start <= start && end <= outer.end;
}

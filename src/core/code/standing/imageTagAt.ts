import type { ImageDraft } from '../imageDraft';
import type { TextSpan } from '../imageReference';
import type { CodeLanguage } from '../language';
import { saysNothing } from '../nameWords';

const MARKUP: readonly CodeLanguage[] = [
  ...(['markdown', 'mdx', 'html', 'jsx', 'vue', 'svelte', 'astro'] as const),
];

/** A draft, with the markup that it was read from. */
interface TagDraft extends ImageDraft {
  readonly place: TextSpan;
}

/** An image that stands at a place although it names no file yet: without a source, or with one that is computed. */
export function imageTagAt(
  text: string,
  offset: number,
  language: CodeLanguage,
): TagDraft | undefined {
  if (!MARKUP.includes(language)) return undefined;
  const inText = markdownImageAt(text, offset, language);
  if (inText !== undefined) return inText;
  const span = tagAround(text, offset);
  if (span === undefined) return undefined;
  const attributes = attributesOf(text.slice(span.start, span.end));
  const prompt = attributes.get('alt') ?? '';
  if (saysNothing(prompt)) return undefined;
  const [width, height] = [px(attributes.get('width')), px(attributes.get('height'))];
  return { prompt, ...(width && { width }), ...(height && { height }), place: span };
}

function markdownImageAt(
  text: string,
  offset: number,
  language: CodeLanguage,
): TagDraft | undefined {
  if (language !== 'markdown' && language !== 'mdx') return undefined;
  const image = /!\[((?:[^\]\\\n]|\\.)*)\]\([^)\n]*\)?/g;
  for (const { index, 0: whole, 1: alt = '' } of text.matchAll(image)) {
    const place = { start: index, end: index + whole.length };
    const isAround = place.start <= offset && offset <= place.end;
    const prompt = alt.replace(/\\(.)/g, '$1').trim();
    if (isAround && !saysNothing(prompt)) return { prompt, place };
  }
  return undefined;
}

/** The opening tag of an image that the place is in, whole or not yet closed. */
function tagAround(text: string, offset: number): TextSpan | undefined {
  const tags = text.slice(0, offset + 1).matchAll(/<(?:[\w:.-]*-?img|image|nuxt-?img|picture)\b/gi);
  const start = [...tags].at(-1)?.index;
  if (start === undefined) return undefined;
  const end = endOfTag(text, start);
  return offset <= end ? { start, end } : undefined;
}

/** Behind the tag's `>`, which is none in quotes or braces; a tag that is not closed ends with the next one. */
function endOfTag(text: string, start: number): number {
  let quote = '';
  let depth = 0;
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || (character === "'" && depth === 0)) quote = character;
    else if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    else if (character === '>' && depth === 0) return at + 1;
    else if (character === '<' && depth === 0) return at;
  }
  return text.length;
}

const ATTRIBUTE =
  /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|\{\s*(?:"([^"]*)"|'([^']*)'|`([^`$]*)`|(\d+))\s*\}|([\w.]+))/g;

/** What each attribute says, as far as it is written there. */
function attributesOf(tag: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', ...values] of tag.matchAll(ATTRIBUTE)) {
    const value = values.find((each: string | undefined) => each !== undefined) ?? '';
    found.set(name.toLowerCase(), unescaped(value));
  }
  return found;
}

function unescaped(value: string): string {
  return value
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}

function px(value: string | undefined): number | undefined {
  const [, digits] = /^(\d+)(?:px)?$/.exec(value ?? '') ?? [];
  return digits === undefined || Number(digits) === 0 ? undefined : Number(digits);
}

import type { CodeLanguage } from '../language';
import { lineAt, linesOf, type TextLine } from '../lines';

/** The nearest heading at a place or above it, in the languages that have any; without its markup. */
export function headingAbove(
  text: string,
  offset: number,
  language: CodeLanguage,
): string | undefined {
  const lines = linesOf(text);
  const until = lines.slice(0, lineAt(lines, offset) + 1);
  // A heading of two lines is one although the place is on its first.
  const next = lines[until.length];
  switch (language) {
    case 'markdown':
    case 'mdx':
      return last(inMarkdown(until, next));
    case 'rst':
      return last(underlined(until, next, /^([=\-~^"'`#*+.:_])\1{2,}\s*$/));
    case 'asciidoc':
      return last(matches(until, /^={1,6}\s+(\S.*)$/));
    case 'latex':
      return last(inLatex(text.slice(0, until.at(-1)?.end)));
    case 'html':
    case 'vue':
    case 'svelte':
    case 'astro':
    case 'jsx':
      return last(inMarkup(text.slice(0, until.at(-1)?.end)));
    default:
      return undefined;
  }
}

function last(headings: readonly string[]): string | undefined {
  return headings.map(plain).findLast((heading) => heading !== '');
}

function inMarkdown(lines: readonly TextLine[], next: TextLine | undefined): readonly string[] {
  const outside = withoutFences(lines);
  const atx = matches(outside, /^ {0,3}#{1,6}\s+(\S.*?)(?:\s+#+)?\s*$/);
  const setext = underlined(outside, next, /^ {0,3}(=+|-{2,})\s*$/);
  // By their order in the text, which one of them alone does not tell.
  const place = (heading: string) => outside.findLastIndex(({ text }) => text.includes(heading));
  return [...atx, ...setext].sort((a, b) => place(a) - place(b));
}

function withoutFences(lines: readonly TextLine[]): readonly TextLine[] {
  let fence: string | undefined;
  return lines.filter(({ text }) => {
    const marker = /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1];
    if (fence === undefined) {
      fence = marker;
      return marker === undefined;
    }
    if (marker?.startsWith(fence)) fence = undefined;
    return false;
  });
}

function matches(lines: readonly TextLine[], pattern: RegExp): readonly string[] {
  return lines.flatMap(({ text }) => pattern.exec(text)?.[1] ?? []);
}

/** Headings that a line of signs below makes one. */
function underlined(
  lines: readonly TextLine[],
  next: TextLine | undefined,
  line: RegExp,
): readonly string[] {
  const below = (index: number) => (lines[index + 1] ?? next)?.text ?? '';
  return lines.flatMap(({ text }, index) => {
    const isText = /[\p{L}\p{N}]/u.test(text) && !/^\s*([-*+>|#]|\d+\.)\s/.test(text);
    return isText && !line.test(text) && line.test(below(index)) ? [text] : [];
  });
}

function inLatex(text: string): readonly string[] {
  const command =
    /\\(?:part|chapter|(?:sub)*section|frametitle|title)\*?(?:\[[^\]]*\])?\{([^{}]*)\}/g;
  return [...text.matchAll(command)].map(([, heading = '']) => heading);
}

function inMarkup(text: string): readonly string[] {
  const heading = /<(h[1-6]|title|figcaption)\b[^>]*>([\s\S]*?)(?:<\/\1>|$)/gi;
  return (
    [...text.matchAll(heading)]
      .map(([, , words = '']) => words)
      // What a template puts in is not known here.
      .filter((words) => !words.includes('{'))
  );
}

/** Without links, emphasis, tags, ids and entities. */
function plain(heading: string): string {
  return heading
    .replace(/<[^>]*>/g, '')
    .replace(/!?\[([^\]]*)\](\([^)]*\)|\[[^\]]*\])/g, '$1')
    .replace(/\{[#.][^}]*\}/g, '')
    .replace(/[*`]|(?<!\w)_|_(?!\w)/g, '')
    .replace(/&(amp|lt|gt|quot|nbsp);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
};

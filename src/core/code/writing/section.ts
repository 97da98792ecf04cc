import { sheetLanguage } from '../finding/markup/markupElement';
import { rawParts } from '../finding/markup/rawParts';
import type { TextSpan } from '../imageReference';
import type { CodeLanguage } from '../language';

/** A part of a document that is written in another language. */
export interface Section extends TextSpan {
  readonly language: CodeLanguage;
  /** What stands in its tag. */
  readonly attributes: string;
}

const FENCED = /^(\uFEFF?\s*---[^\n]*\n)([^]*?)(?<=\n)---/;
/** What a page says of itself in YAML; nothing may stand before it. */
const FRONT_MATTER = /^(\uFEFF?---[ \t]*\r?\n)([^]*?)(?<=\n)---[ \t]*(?:\r?\n|$)/;

/** The scripts and style sheets in a document of components or pages, and the front matter of a text. */
export function sectionsOf(text: string, language: CodeLanguage): readonly Section[] {
  if (language === 'markdown' || language === 'mdx') return frontMatter(text);
  if (!['html', 'vue', 'svelte', 'astro'].includes(language)) return [];
  const [, fence, code] = (language === 'astro' ? FENCED.exec(text) : null) ?? [];
  const sections: Section[] = [];
  if (fence !== undefined && code !== undefined) {
    const start = fence.length;
    sections.push({ language: 'jsx', attributes: '', start, end: start + code.length });
  }
  const from = sections[0]?.end ?? 0;
  for (const { name, lang, attributes, content } of rawParts(text.slice(from))) {
    const written = name === 'script' ? 'jsx' : (sheetLanguage(lang) ?? 'css');
    const span = { start: from + content.start, end: from + content.end };
    sections.push({ language: written, attributes, ...span });
  }
  return sections;
}

function frontMatter(text: string): readonly Section[] {
  const [, fence, code] = FRONT_MATTER.exec(text) ?? [];
  if (fence === undefined || code === undefined) return [];
  const start = fence.length;
  return [{ language: 'yaml', attributes: '', start, end: start + code.length }];
}

/** The section that a place is in. */
export function sectionAt(
  sections: readonly Section[],
  { start, end }: TextSpan,
): Section | undefined {
  return sections.find((section) => section.start <= start && end <= section.end);
}

/**
 * Whether it is the script of a component that its markup takes names from. Svelte's `module` script runs once for all of
 * a component; its names are the markup's too, but it is rarely there.
 */
export function isComponentScript({ language, attributes }: Section): boolean {
  return language === 'jsx' && !/\bmodule\b/.test(attributes);
}

import type { TextSpan } from '../imageReference';
import type { CodeLanguage } from '../language';

/** A part of a document that is written in another language. */
export interface Section extends TextSpan {
  readonly language: 'jsx' | CodeLanguage;
  /** What stands in its tag. */
  readonly attributes: string;
}

/** HTML's raw text elements, which end at their first end tag whatever stands in them; comments are passed over. */
const RAW_TEXT =
  /<!--[^]*?-->|<(script|style)((?:\s(?:"[^"]*"|'[^']*'|\{[^}]*\}|[^>"'{])*)?)>([^]*?)<\/\1\s*>/gi;
const FRONTMATTER = /^(\uFEFF?\s*---[^\n]*\n)([^]*?)(?<=\n)---/;

/** The scripts and style sheets in a document of components or pages. */
export function sectionsOf(text: string, language: CodeLanguage): readonly Section[] {
  const sections: Section[] = [];
  if (!['html', 'vue', 'svelte', 'astro'].includes(language)) return sections;
  const [, fence, code] = (language === 'astro' ? FRONTMATTER.exec(text) : null) ?? [];
  if (fence !== undefined && code !== undefined) {
    const start = fence.length;
    sections.push({ language: 'jsx', attributes: '', start, end: start + code.length });
  }
  const from = sections[0]?.end ?? 0;
  for (const found of text.slice(from).matchAll(RAW_TEXT)) {
    const [whole, tag, attributes = '', content = ''] = found;
    if (tag === undefined || attributes.trimEnd().endsWith('/')) continue;
    const start = from + found.index + whole.indexOf('>', 1 + tag.length + attributes.length) + 1;
    const isScript = tag.toLowerCase() === 'script';
    const language = isScript ? 'jsx' : styleLanguage(attributes);
    sections.push({ language, attributes, start, end: start + content.length });
  }
  return sections;
}

function styleLanguage(attributes: string): CodeLanguage {
  const language = /\blang\s*=\s*["']?(scss|less)/.exec(attributes)?.[1];
  return language === 'scss' || language === 'less' ? language : 'css';
}

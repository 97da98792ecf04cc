import type { CodeLanguage } from '../language';
import { saysNothing, wordsOfName, wordsOfPath } from '../nameWords';

/** How each language begins what a picture may be for; the name is the first group. */
const BEGINNINGS: Partial<Record<CodeLanguage, RegExp>> = {
  jsx: /\b(?:function|class|const|let|var)\s+([A-Z][\w$]*)/g,
  mdx: /\b(?:function|class|const|let|var)\s+([A-Z][\w$]*)/g,
  dart: /\bclass\s+([A-Z]\w*)/g,
  swift: /\b(?:struct|class|enum)\s+([A-Z]\w*)/g,
  kotlin: /\b(?:fun|class|object)\s+([A-Z]\w*)/g,
};

/** What a name has only because of what it is, not of what it shows. */
const KIND = /\s(?:component|view|widget|screen|page|wrapper|container|activity|fragment|state)$/;

/** The words of the component, class or rule that a place is in: `HeroBanner` is `hero banner`. */
export function componentAt(
  text: string,
  offset: number,
  language: CodeLanguage,
  path: string,
): string | undefined {
  return named(nameAt(text.slice(0, offset), language, path));
}

function nameAt(before: string, language: CodeLanguage, path: string): string {
  switch (language) {
    case 'css':
    case 'scss':
    case 'less':
      return selectorAround(before);
    case 'vue':
    case 'svelte':
    case 'astro':
      // One file is one component; SvelteKit's pages are named by their folders.
      return wordsOfPath(path.replace(/\/\+[\w@.]+$/, ''));
    default: {
      const beginning = BEGINNINGS[language];
      return beginning === undefined ? '' : ([...before.matchAll(beginning)].at(-1)?.[1] ?? '');
    }
  }
}

function named(name: string): string | undefined {
  const words = wordsOfName(name).replace(KIND, '');
  return saysNothing(words) ? undefined : words;
}

/** The last name in the selector of the innermost rule that is open and has a name. */
function selectorAround(before: string): string {
  const text = before.replace(/\/\*[\s\S]*?(\*\/|$)/g, '');
  let closed = 0;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    if (text[at] === '}') closed += 1;
    if (text[at] !== '{') continue;
    if (closed > 0) {
      closed -= 1;
      continue;
    }
    const selector = /[^{};]*$/.exec(text.slice(0, at))?.[0] ?? '';
    const name = [...selector.matchAll(/[.#]([\w-]+)/g)].at(-1)?.[1];
    if (name !== undefined && !selector.trim().startsWith('@')) return name;
  }
  return '';
}

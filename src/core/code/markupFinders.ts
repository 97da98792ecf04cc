import { findInPart } from './finding/embedded';
import type { EmbeddedLanguages } from './finding/embedded';
import type { FindReferences } from './imageReference';

/** Finds in a language that has others inside. */
type FindInMarkup = (
  ...[text, path, embedded]: [...Parameters<FindReferences>, EmbeddedLanguages]
) => ReturnType<FindReferences>;

/** Finds images in HTML. */
export async function htmlFinder(): Promise<FindReferences> {
  return lending((await import('./finding/findInHtml')).findInHtml, await html());
}

/** Finds images in Markdown. */
export async function markdownFinder(): Promise<FindReferences> {
  const embedded = { ...(await html()), ...(await yaml()) };
  return lending((await import('./finding/findInMarkdown')).findInMarkdown, embedded);
}

/** Finds images in Markdown with JSX. */
export async function mdxFinder(): Promise<FindReferences> {
  const embedded = { ...(await html()), ...(await yaml()), ...(await scripts()) };
  return lending((await import('./finding/findInMdx')).findInMdx, embedded);
}

/** Finds images in components of Vue. */
export async function vueFinder(): Promise<FindReferences> {
  const embedded = { ...(await html()), ...(await scripts()) };
  return lending((await import('./finding/findInVue')).findInVue, embedded);
}

/** Finds images in components of Svelte. */
export async function svelteFinder(): Promise<FindReferences> {
  const embedded = { ...(await html()), ...(await scripts()) };
  return lending((await import('./finding/findInSvelte')).findInSvelte, embedded);
}

/** Finds images in components of Astro. */
export async function astroFinder(): Promise<FindReferences> {
  const embedded = { ...(await html()), ...(await scripts()) };
  return lending((await import('./finding/findInAstro')).findInAstro, embedded);
}

function lending(find: FindInMarkup, embedded: EmbeddedLanguages): FindReferences {
  return (text, path) => {
    // The parsers count the byte order mark or not, each in its way.
    const start = text.startsWith('\uFEFF') ? 1 : 0;
    const read: FindReferences = (part) => find(part, path, embedded);
    return findInPart(read, text, { start, end: text.length }, path);
  };
}

async function html(): Promise<EmbeddedLanguages> {
  const [{ htmlElements, decodeAttributes }, { findInCss }] = await Promise.all([
    import('./finding/markup/htmlElements'),
    import('./finding/findInCss'),
  ]);
  return { htmlElements, decodeAttributes, css: findInCss };
}

async function yaml(): Promise<EmbeddedLanguages> {
  return { yaml: (await import('./finding/findInYaml')).findInYaml };
}

async function scripts(): Promise<EmbeddedLanguages> {
  return { jsx: (await import('./finding/findInJsx')).findInJsx };
}

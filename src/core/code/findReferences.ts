import type { FindReferences, ImageReference } from './imageReference';
import type { CodeLanguage } from './language';
import {
  astroFinder,
  htmlFinder,
  markdownFinder,
  mdxFinder,
  svelteFinder,
  vueFinder,
} from './markupFinders';
import { mayNameImages } from './mayNameImages';

/** Reads a language's parser when a first text of it comes: most projects have few of them. */
const FINDERS: Partial<Record<CodeLanguage, () => Promise<FindReferences>>> = {
  markdown: markdownFinder,
  mdx: mdxFinder,
  html: htmlFinder,
  vue: vueFinder,
  svelte: svelteFinder,
  astro: astroFinder,
  css: findsInCss,
  scss: findsInCss,
  less: findsInCss,
  jsx: async () => (await import('./finding/findInJsx')).findInJsx,
  json: async () => (await import('./finding/findInJson')).findInJson,
  yaml: async () => (await import('./finding/findInYaml')).findInYaml,
  rst: async () => (await import('./finding/findInRst')).findInRst,
  asciidoc: async () => (await import('./finding/findInAsciiDoc')).findInAsciiDoc,
  latex: async () => (await import('./finding/findInLatex')).findInLatex,
  dart: async () => (await import('./finding/findInDart')).findInDart,
  swift: async () => (await import('./finding/findInSwift')).findInSwift,
  kotlin: async () => (await import('./finding/findInKotlin')).findInKotlin,
  androidXml: async () => (await import('./finding/findInAndroidXml')).findInAndroidXml,
};

async function findsInCss(): Promise<FindReferences> {
  return (await import('./finding/findInCss')).findInCss;
}

/**
 * The references to images in a text of a language, in their order; empty where the language is not looked through or
 * the text cannot be parsed. One per image that the text names (product.md, Problems): each candidate of a `srcset` or
 * an `image-set()` is one, a Markdown definition is one; code blocks, comments, strings in scripts, remote and `data:`
 * URLs are none, but placeholder services are. `path` is the file's own, with `/` between its parts.
 */
export async function findReferences(
  language: CodeLanguage,
  text: string,
  path: string,
): Promise<readonly ImageReference[]> {
  if (!mayNameImages(text, language)) return [];
  const find = await FINDERS[language]?.();
  return find?.(text, path) ?? [];
}

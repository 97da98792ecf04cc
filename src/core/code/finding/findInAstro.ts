import type { ImageReference } from '../imageReference';
import type { EmbeddedLanguages } from './embedded';
import { maskExpressions } from './markup/astroMask';
import { imagesInMarkup } from './markup/imagesInMarkup';
import type { EmbeddedPart } from './markup/markupElement';
import { rawParts } from './markup/rawParts';

/**
 * The images of a component of Astro: of its script between fences, its markup, scripts and styles. Astro's own parser
 * is a compiler in Go, 5 MB of WebAssembly that loads asynchronously; its markup is HTML with expressions, which are
 * masked for the parser of HTML.
 */
export function findInAstro(
  text: string,
  path: string,
  embedded: EmbeddedLanguages,
): readonly ImageReference[] {
  const opening = /^\s*---[^\n]*\n/.exec(text)?.[0].length ?? 0;
  const closing = opening === 0 ? -1 : text.indexOf('\n---', opening - 1);
  const [start, end, fence] = closing < 0 ? [0, 0, 0] : [opening, closing + 1, closing + 4];
  const markup = ' '.repeat(fence) + maskExpressions(text.slice(fence));
  const scripts = rawParts(markup).filter(({ name }) => name === 'script');
  const parts = [{ start, end }, ...scripts.map(({ content }) => content)];
  const nodes = [
    ...parts.map((part): EmbeddedPart => ({ language: 'ts', part })),
    ...(embedded.htmlElements?.(markup, 0, text) ?? []),
  ];
  return imagesInMarkup({ text, path, embedded }, nodes);
}

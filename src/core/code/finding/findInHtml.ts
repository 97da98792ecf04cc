import type { ImageReference } from '../imageReference';
import type { EmbeddedLanguages } from './embedded';
import { maskTemplates } from './markup/templates';
import { imagesInMarkup } from './markup/imagesInMarkup';

/** The images of an HTML text, a document or a piece of one, also with the tags of a template language in it. */
export function findInHtml(
  text: string,
  path: string,
  embedded: EmbeddedLanguages,
): readonly ImageReference[] {
  const nodes = embedded.htmlElements?.(maskTemplates(text), 0) ?? [];
  return imagesInMarkup({ text, path, embedded }, nodes);
}

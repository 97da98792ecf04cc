import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { frontmatter } from 'micromark-extension-frontmatter';

import type { ImageReference } from '../imageReference';
import type { EmbeddedLanguages } from './embedded';
import { imagesInMarkup } from './markup/imagesInMarkup';
import { markdownElements } from './markup/markdownElements';

/** The images of a Markdown text, those of its front matter and of the HTML in it too. */
export function findInMarkdown(
  text: string,
  path: string,
  embedded: EmbeddedLanguages,
): readonly ImageReference[] {
  const nodes = markdownElements(text, embedded, {
    extensions: [frontmatter(['yaml', 'toml'])],
    mdastExtensions: [frontmatterFromMarkdown(['yaml', 'toml'])],
  });
  return imagesInMarkup({ text, path, embedded }, nodes);
}

import type { ImageReference } from '../imageReference';
import { readImagePath, readImageUrl } from '../imageUrl';
import type { ImageUrl } from '../imageUrl';
import { indentedLinesOf, type IndentedLine } from '../lines';
import { imageAt } from './imageAt';
import type { ImageDetails } from './imageAt';
import { pixels } from './pixels';

/** A directive, perhaps in items of lists or as what a substitution stands for. */
const DIRECTIVE =
  /^((?:\s|[-*+]\s|\d+\.\s|#\.\s)*)\.\.[ \t]+(?:\|[^|]+\|[ \t]+)?([\w:.+-]*[\w])::(?:[ \t]+(.*\S))?\s*$/;

/** What starts in the same way: targets, footnotes, anonymous targets. All else is a comment. */
const EXPLICIT = /^\s*\.\.[ \t]+(?:_|\[|__)/;
const COMMENT = /^\s*\.\.(?:[ \t]|$)/;

/** Directives whose content is no markup. */
const LITERAL =
  /^(?:code|code-block|sourcecode|parsed-literal|raw|math|highlight|doctest|testcode|testsetup|testoutput|prompt|graphviz|mermaid|uml|csv-table|ipython|jupyter-execute|code-cell)$/;

const UNDERLINE = /^([!-/:-@[-`{-~])\1{2,}\s*$/;

/** Fields of directives that show a picture beside their content: cards of Sphinx Design. */
const FIELD = /^\s*:(?:img-top|img-bottom|img-background|img):[ \t]+(\S.*?)\s*$/;

/**
 * The images of a reStructuredText: of `image`, `figure`, substitutions. No parser of it is kept in JavaScript; images
 * are directives, which lines and their indents tell from literal blocks and comments.
 */
export function findInRst(text: string): readonly ImageReference[] {
  const lines = indentedLinesOf(text);
  const found: ImageReference[] = [];
  let heading: string | undefined;
  let i = 0;
  while (i < lines.length) {
    const line = lines[i];
    if (line === undefined) break;
    if (isTitle(line, lines[i + 1])) heading = line.text.trim();
    const [, prefix = '', name, target] = DIRECTIVE.exec(line.text) ?? [];
    if (name === 'image' || name === 'figure') {
      const block = blockUnder(lines, i, prefix);
      const options = optionsIn(block);
      const details = {
        ...options,
        alt: options.alt ?? (name === 'figure' ? captionIn(block) : undefined),
        heading,
      };
      const image = target === undefined ? undefined : imageIn(text, line, target, details);
      if (image !== undefined) found.push(image);
      i++;
    } else if (name !== undefined) {
      i += LITERAL.test(name.replace(/^.*:/, '')) ? 1 + blockUnder(lines, i, prefix).length : 1;
    } else if (COMMENT.test(line.text) && !EXPLICIT.test(line.text)) {
      i += 1 + commentUnder(lines, i).length;
    } else {
      const field = FIELD.exec(line.text)?.[1];
      const image = field === undefined ? undefined : imageIn(text, line, field, { heading });
      if (image !== undefined) found.push(image);
      // A paragraph that ends so says that a literal block follows.
      i += /::\s*$/.test(line.text) ? 1 + blockUnder(lines, i, '').length : 1;
    }
  }
  return found;
}

function isTitle(line: IndentedLine, next: IndentedLine | undefined): boolean {
  if (line.isBlank || line.indent > 0 || next === undefined || UNDERLINE.test(line.text))
    return false;
  return (
    UNDERLINE.test(next.text) &&
    next.text.trimEnd().length >= Math.min(line.text.trimEnd().length, 4)
  );
}

/** The lines that belong to what stands in a line: those farther in than it, and blank ones between. */
function blockUnder(
  lines: readonly IndentedLine[],
  at: number,
  prefix: string,
): readonly IndentedLine[] {
  const indent = Math.max(lines[at]?.indent ?? 0, prefix.length);
  let end = at + 1;
  for (let i = end; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined || (!line.isBlank && line.indent <= indent)) break;
    if (!line.isBlank) end = i + 1;
  }
  return lines.slice(at + 1, end);
}

/** Two dots alone above a blank line comment on nothing. */
function commentUnder(lines: readonly IndentedLine[], at: number): readonly IndentedLine[] {
  const isEmpty = lines[at]?.text.trim() === '..' && lines[at + 1]?.isBlank !== false;
  return isEmpty ? [] : blockUnder(lines, at, '');
}

function optionsIn(block: readonly IndentedLine[]): ImageDetails {
  const options = new Map<string, string>();
  for (const { text } of block) {
    const [, name, value = ''] = /^\s*:([\w-]+):(?:[ \t]+(.*\S))?\s*$/.exec(text) ?? [];
    if (name === undefined) break;
    options.set(name, value);
  }
  return {
    alt: options.get('alt'),
    width: pixels(options.get('width')),
    height: pixels(options.get('height')),
  };
}

/** The first paragraph of a figure. */
function captionIn(block: readonly IndentedLine[]): string | undefined {
  const first = block.findIndex(({ isBlank, text }) => !isBlank && !/^\s*:[\w-]+:/.test(text));
  if (first < 0) return undefined;
  const rest = block.slice(first);
  const end = rest.findIndex(({ isBlank }) => isBlank);
  const words = rest.slice(0, end < 0 ? undefined : end).map((line) => line.text.trim());
  return words.join(' ');
}

function imageIn(
  text: string,
  line: IndentedLine,
  target: string,
  details: ImageDetails,
): ImageReference | undefined {
  const start = line.start + line.text.lastIndexOf(target);
  const span = { start, end: start + target.length };
  return imageAt(text, span, target, { ...details, syntax: 'path' }, readTarget);
}

/** A file's path with its blanks escaped, or the URL of a placeholder service. */
function readTarget(target: string): ImageUrl {
  const path = readImagePath(target.replace(/\\(.)/g, '$1'));
  return path.kind === 'other' ? placeholderIn(target) : path;
}

function placeholderIn(target: string): ImageUrl {
  const url = readImageUrl(target);
  return url.kind === 'placeholder' ? url : { kind: 'other' };
}

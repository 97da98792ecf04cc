import type { ImageReference } from '../imageReference';
import { readImageUrl } from '../imageUrl';
import { indentedLinesOf, type IndentedLine } from '../lines';
import { asciiDocAttributes } from './asciiDocAttributes';
import { imageAt } from './imageAt';
import type { ImageDetails } from './imageAt';

/** The block macro, alone on its line or in a cell, or the inline one (Asciidoctor's `InlineImageMacroRx`). */
const BLOCK = /^(.*\ba\|\s*)?image::(\S[^[]*?)\[(.*)\]\s*$/;
const INLINE = /(\\?)image:([^:\s[](?:[^\n[]*[^\s[])?)\[((?:\\\]|[^\]])*)\]/g;

/** Delimiters between which nothing is markup: listing, literal, comment, passthrough, fence. */
const VERBATIM = /^(-{4,}|\.{4,}|\/{4,}|\+{4,}|`{3,})[\w,-]*\s*$/;

/** A paragraph under one of these is no markup either. */
const VERBATIM_STYLE =
  /^\[(?:source|listing|literal|comment|pass|stem|latexmath|asciimath)\b.*\]\s*$/;

/** What is passed through as it is: `+…+`, `++…++`, `+++…+++`, `pass:[…]`. */
const PASSED = /(\+{2,3}).*?\1|\+[^+\s](?:[^+]*[^+\s])?\+|pass:[a-z,]*\[[^\]]*\]/g;

/**
 * The images of an AsciiDoc text. Its one parser in JavaScript is Ruby's, translated, with no offsets; images are
 * macros, and the blocks where they are none stand between lines of their own.
 */
export function findInAsciiDoc(text: string, path: string): readonly ImageReference[] {
  const found: ImageReference[] = [];
  let folders = componentFolder(path);
  let heading: string | undefined;
  let title: string | undefined;
  for (const line of proseOf(indentedLinesOf(text))) {
    const attribute = /^:(!?)imagesdir(!?):\s*(.*?)\s*$/.exec(line.text);
    if (attribute !== null) {
      const isUnset = attribute[1] !== '' || attribute[2] !== '' || !attribute[3];
      folders = isUnset ? undefined : [attribute[3] ?? ''];
    }
    heading = /^(?:={1,6}|#{1,6})\s+(\S.*?)\s*$/.exec(line.text)?.[1] ?? heading;
    found.push(...imagesIn(text, line, { folders, heading, alt: title }));
    // Attributes may stand between a title and its block.
    if (!/^\[.*\]\s*$/.test(line.text)) title = /^\.([^\s.].*?)\s*$/.exec(line.text)?.[1];
  }
  return found;
}

/** In Antora's components the images of a page lie beside the folder of the pages. */
function componentFolder(path: string): readonly string[] | undefined {
  const below = /(?:^|\/)modules\/[^/]+\/(?:pages|partials)\/((?:[^/]+\/)*)[^/]+$/.exec(path)?.[1];
  if (below === undefined) return undefined;
  return [`${'../'.repeat(below.split('/').length)}images`];
}

/** The lines in which macros are read. */
function* proseOf(lines: readonly IndentedLine[]): Generator<IndentedLine> {
  let i = 0;
  let afterBlank = true;
  for (let line = lines[i]; line !== undefined; line = lines[i]) {
    const fence = VERBATIM.exec(line.text)?.[1];
    const isStyle = VERBATIM_STYLE.test(line.text);
    // What is indented below a blank line, or attached to an item, is literal up to the next blank one.
    const isLiteral = afterBlank && line.indent > 0 && !line.isBlank;
    if (fence !== undefined) i = behindFence(lines, i, fence);
    else if (isStyle) i = behindStyled(lines, i);
    else if (isLiteral) i = behindParagraph(lines, i);
    else {
      if (!/^\/\/(?!\/)/.test(line.text)) yield line;
      i++;
    }
    afterBlank = line.isBlank || line.text === '+';
  }
}

function behindFence(lines: readonly IndentedLine[], at: number, fence: string): number {
  return firstFrom(lines, at + 1, ({ text }) => text.trimEnd() === fence) + 1;
}

/** What is under a style: a block with its own delimiters, an open block, or a paragraph. */
function behindStyled(lines: readonly IndentedLine[], at: number): number {
  const first = firstFrom(lines, at + 1, ({ text }) => !/^(?:\[.*\]|\.[^\s.].*)\s*$/.test(text));
  const isOpen = lines[first]?.text.trimEnd() === '--';
  return isOpen ? behindFence(lines, first, '--') : behindParagraph(lines, first);
}

function behindParagraph(lines: readonly IndentedLine[], at: number): number {
  return firstFrom(lines, at, (line) => line.isBlank || VERBATIM.test(line.text));
}

/** The place of the first such line from a place on; behind the last one where there is none. */
function firstFrom(
  lines: readonly IndentedLine[],
  at: number,
  is: (line: IndentedLine) => boolean,
): number {
  for (let i = at; i < lines.length; i++) {
    const line = lines[i];
    if (line !== undefined && is(line)) return i;
  }
  return lines.length;
}

function imagesIn(
  text: string,
  line: IndentedLine,
  around: ImageDetails,
): readonly ImageReference[] {
  const block = BLOCK.exec(line.text);
  if (block !== null) {
    const [, cell = '', target = '', attributes = ''] = block;
    return imageIn(text, line, { at: `${cell}image::`.length, target, attributes }, around);
  }
  const inline = line.text.replace(PASSED, (passed) => ' '.repeat(passed.length));
  return [...inline.matchAll(INLINE)].flatMap((match) => {
    const [, escape, target = '', attributes = ''] = match;
    const at = match.index + 'image:'.length;
    return escape
      ? []
      : imageIn(text, line, { at, target, attributes }, { ...around, alt: undefined });
  });
}

/** Folders of images that are on a site, or that an attribute names. */
const ELSEWHERE = /^\w+:|^\/\/|\{/;

function imageIn(
  text: string,
  line: IndentedLine,
  { at, target, attributes }: { at: number; target: string; attributes: string },
  { alt, folders, heading }: ImageDetails,
): readonly ImageReference[] {
  const start = line.start + at;
  const said = asciiDocAttributes(attributes);
  const isFile = readImageUrl(target).kind === 'file';
  if (isFile && folders?.some((folder) => ELSEWHERE.test(folder)) === true) return [];
  const image = imageAt(text, { start, end: start + target.length }, target, {
    ...said,
    alt: said.alt ?? alt,
    heading,
    folders: isFile ? folders : undefined,
  });
  return image === undefined ? [] : [image];
}

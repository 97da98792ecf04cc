import type { Argument, Node } from '@unified-latex/unified-latex-types';
import { parse } from '@unified-latex/unified-latex-util-parse';

import type { ImageReference, TextSpan } from '../imageReference';
import { readImagePath } from '../imageUrl';
import { imageAt } from './imageAt';

/**
 * The images of a LaTeX text: `\includegraphics` of a file with its extension. Without one LaTeX takes the first of
 * several formats that it finds, which is no name of a file.
 */
export function findInLatex(text: string): readonly ImageReference[] {
  // The parser is slow for a long text.
  if (!text.includes('\\includegraphics')) return [];
  const found: ImageReference[] = [];
  try {
    visit(text, parse(text).content, {}, found);
  } catch {
    // Deeper than the stack is, or no LaTeX.
    return [];
  }
  return found;
}

/** What stands before an image and counts for it. */
interface Around {
  caption?: string | undefined;
  heading?: string | undefined;
  folders?: readonly string[];
}

const HEADING = /^(?:part|chapter|(?:sub){0,2}section|frametitle|(?:sub)?paragraph)$/;

function visit(
  text: string,
  nodes: readonly Node[],
  around: Around,
  found: ImageReference[],
): void {
  for (const [i, node] of nodes.entries()) {
    const name = node.type === 'macro' ? node.content : '';
    if (HEADING.test(name)) around.heading = wordsIn(lastArgument(node));
    else if (name === 'graphicspath') around.folders = foldersIn(text, argumentOf(nodes, i));
    else if (name === 'includegraphics') {
      const image = imageIn(text, argumentOf(nodes, i), around);
      if (image !== undefined) found.push(image);
    }
    if (node.type === 'environment') {
      around.caption = captionIn(node.content);
      visit(text, node.content, around, found);
      around.caption = undefined;
    } else if (node.type === 'group') visit(text, node.content, around, found);
    if ('args' in node && name !== 'includegraphics')
      for (const { content } of node.args ?? []) visit(text, content, around, found);
  }
}

function imageIn(
  text: string,
  content: readonly Node[],
  around: Around,
): ImageReference | undefined {
  const span = spanOf(content);
  const name = nameIn(content);
  if (span === undefined || name === undefined) return undefined;
  const { caption: alt, heading, folders } = around;
  const details = { alt, heading, folders, syntax: 'path' as const };
  // Quotes let old versions take blanks: "my boat".png
  return imageAt(text, span, name.replaceAll('"', ''), details, readImagePath);
}

/** What is named in plain signs and escaped ones (`\%`, `\string~`); a parameter or a macro is known when the document is made. */
function nameIn(content: readonly Node[]): string | undefined {
  let name = '';
  for (const node of content) {
    if (node.type === 'whitespace') name += ' ';
    else if (node.type === 'string' && node.content !== '#') name += node.content;
    else if (node.type !== 'macro' || !/^(?:[%#&{}]|string)$/.test(node.content)) return undefined;
    else if (node.content !== 'string') name += node.content;
  }
  return name;
}

/** What is given to a macro; the parser sees no argument behind a comment. */
function argumentOf(nodes: readonly Node[], i: number): readonly Node[] {
  const macro = nodes[i];
  const own = macro === undefined ? undefined : lastArgument(macro);
  if (own !== undefined) return own;
  const next = nodes.slice(i + 1).find(({ type }) => type !== 'comment' && type !== 'whitespace');
  return next?.type === 'group' ? next.content : [];
}

function lastArgument(node: Node): readonly Node[] | undefined {
  const all: readonly Argument[] = ('args' in node ? node.args : undefined) ?? [];
  const last = all.at(-1);
  return last?.openMark === '{' ? last.content : undefined;
}

/** `\graphicspath{{img/}{fig/}}`: LaTeX looks there, and in the document's own folder. */
function foldersIn(text: string, content: readonly Node[]): readonly string[] {
  const folders = content.flatMap((node) => {
    const span = node.type === 'group' ? spanOf(node.content) : undefined;
    return span === undefined ? [] : text.slice(span.start, span.end);
  });
  return [...folders, ''];
}

function captionIn(nodes: readonly Node[]): string | undefined {
  const caption = nodes.find((node) => node.type === 'macro' && node.content === 'caption');
  return caption && wordsIn(lastArgument(caption));
}

/** Macros are of no use to a reader, what is given to them is: `A \emph{red} boat`. */
function wordsIn(content: readonly Node[] | undefined): string {
  const words = (content ?? []).map((node): string => {
    if (node.type === 'string') return node.content;
    if (node.type === 'group') return wordsIn(node.content);
    if (node.type !== 'macro') return ' ';
    return node.content === 'label' ? '' : wordsIn(node.args?.flatMap((given) => given.content));
  });
  return words.join('').replace(/\s+/g, ' ').trim();
}

function spanOf(content: readonly Node[]): TextSpan | undefined {
  const start = content[0]?.position?.start.offset;
  const end = content.at(-1)?.position?.end.offset;
  return start === undefined || end === undefined ? undefined : { start, end };
}

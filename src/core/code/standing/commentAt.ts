import type { CodeLanguage } from '../language';
import { promptFromSelection } from '../selection';
import { lineAt, linesOf, type TextLine } from '../lines';

/** How comments are written. */
interface CommentSyntax {
  readonly line?: RegExp;
  readonly blocks?: readonly (readonly [open: string, close: string])[];
}

const C_LIKE: CommentSyntax = { line: /^\/\/+[/!]?/, blocks: [['/*', '*/']] };
const MARKUP: CommentSyntax = { blocks: [['<!--', '-->']] };
const MIXED: CommentSyntax = {
  line: /^\/\//,
  blocks: [
    ['<!--', '-->'],
    ['/*', '*/'],
  ],
};
const HASH: CommentSyntax = { line: /^#+(?!!)/ };

const SYNTAX: Readonly<Record<CodeLanguage, CommentSyntax>> = {
  markdown: MARKUP,
  mdx: {
    blocks: [
      ['<!--', '-->'],
      ['/*', '*/'],
    ],
  },
  html: MARKUP,
  css: { blocks: [['/*', '*/']] },
  scss: C_LIKE,
  less: C_LIKE,
  jsx: C_LIKE,
  vue: MIXED,
  svelte: MIXED,
  astro: MIXED,
  rst: { line: /^\.\.\s+(?![\w-]+::|_|\[|\|)/ },
  asciidoc: { line: /^\/\/(?!\/)/ },
  latex: { line: /^%+/ },
  dart: C_LIKE,
  swift: C_LIKE,
  kotlin: C_LIKE,
  androidXml: MARKUP,
  json: C_LIKE,
  yaml: HASH,
  plain: {
    line: /^(#+|\/\/+|--|;+|%+)\s/,
    blocks: [
      ['/*', '*/'],
      ['<!--', '-->'],
    ],
  },
};

/** Marks that stand before the words of a comment. */
const MARK = /^(?:TODO|FIXME|NOTE|XXX|IMAGE|IMG)\b(?:\([^)]*\))?[:\s-]*/i;
/** Comments that are meant for tools. */
const FOR_TOOLS =
  /^(?:eslint|tslint|stylelint|prettier|biome|markdownlint|vale|@ts-|@type\b|ts-|istanbul|c8|v8|#region|#endregion|!|\/ <reference|noqa|swiftlint|ktlint|ignore)/i;

/**
 * The words of the comment that a place is in, or else of the one that ends on the line above. A comment for tools has
 * none. A text that a person is writing need not parse, so this looks at lines alone.
 */
export function commentAt(
  text: string,
  offset: number,
  language: CodeLanguage,
): string | undefined {
  const syntax = SYNTAX[language];
  const lines = linesOf(text);
  const number = lineAt(lines, offset);
  const above = lines[number - 1];
  const found =
    blockAt(text, offset, syntax) ??
    lineComment(lines, number, syntax) ??
    lineComment(lines, number - 1, syntax) ??
    (above === undefined ? undefined : blockEndingIn(text, above, syntax));
  const words = found === undefined ? '' : promptFromSelection(found).replace(MARK, '');
  return words === '' || FOR_TOOLS.test(words) ? undefined : words;
}

function blockAt(text: string, offset: number, { blocks = [] }: CommentSyntax) {
  for (const [open, close] of blocks) {
    const start = text.lastIndexOf(open, offset);
    if (start < 0) continue;
    const end = text.indexOf(close, start + open.length);
    if (end < 0 || end + close.length >= offset) {
      return text.slice(start + open.length, end < 0 ? undefined : end);
    }
  }
  return undefined;
}

function blockEndingIn(text: string, line: TextLine, syntax: CommentSyntax): string | undefined {
  const bare = line.text.replace(/\}?\s*$/, '');
  const isEnd = syntax.blocks?.some(([, close]) => bare.endsWith(close)) === true;
  return isEnd ? blockAt(text, line.start + bare.length, syntax) : undefined;
}

/** The lines around this one that are comments, joined. */
function lineComment(lines: readonly TextLine[], number: number, { line: marker }: CommentSyntax) {
  const isComment = (index: number) => marker?.test(lines[index]?.text.trim() ?? '') === true;
  if (marker === undefined || !isComment(number)) return undefined;
  let [first, last] = [number, number];
  while (isComment(first - 1)) first -= 1;
  while (isComment(last + 1)) last += 1;
  return lines
    .slice(first, last + 1)
    .map(({ text }) => text.trim().replace(marker, ''))
    .join('\n');
}

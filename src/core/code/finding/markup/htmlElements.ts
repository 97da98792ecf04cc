import { Tokenizer, TokenizerMode } from 'parse5';
import type { Token } from 'parse5';

import { moduleIn, sheetLanguage } from './markupElement';
import type { EmbeddedPart, MarkupElement, MarkupNode } from './markupElement';
import { attributeText } from './sourceText';
import type { SourceText } from './sourceText';

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;

/** What the tokenizer must not read tags in; the tree builder would tell it. */
const RAW: Readonly<Record<string, 'RCDATA' | 'RAWTEXT' | 'SCRIPT_DATA' | 'PLAINTEXT'>> = {
  title: 'RCDATA',
  textarea: 'RCDATA',
  style: 'RAWTEXT',
  xmp: 'RAWTEXT',
  iframe: 'RAWTEXT',
  noembed: 'RAWTEXT',
  noframes: 'RAWTEXT',
  script: 'SCRIPT_DATA',
  plaintext: 'PLAINTEXT',
};

interface OpenElement extends MarkupElement {
  readonly children: MarkupNode[];
  readonly span: { start: number; end: number };
}

/**
 * The elements of an HTML text that begins at `at`, of a whole document or any piece of one. It is read with the
 * tokenizer of parse5 and not with its tree builder, which moves misplaced elements, drops what it takes for
 * superfluous (a `body` in a fragment), and takes quadratic time for deep nesting. `jsxLike` is the same text with the
 * expressions that are masked in it, where it has any: then capital letters make a component, and `/>` ends any element.
 */
export function htmlElements(text: string, at = 0, jsxLike?: string): readonly MarkupNode[] {
  const isJsxLike = jsxLike !== undefined;
  const root: MarkupNode[] = [];
  const open: OpenElement[] = [];
  const openOf = new Map<string, number>();
  let foreign = 0;
  let sheet: EmbeddedPart | undefined;

  const put = (node: MarkupNode): void => {
    (open.at(-1)?.children ?? root).push(node);
  };
  const pop = (end: number): void => {
    const element = open.pop();
    if (element === undefined) return;
    element.span.end = end;
    openOf.set(element.name, (openOf.get(element.name) ?? 1) - 1);
    if (isForeign(element.name)) foreign--;
    tokenizer.inForeignNode = foreign > 0;
  };

  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag(tag) {
        const start = at + (tag.location?.startOffset ?? 0);
        const end = at + (tag.location?.endOffset ?? 0);
        const name = tag.tagName;
        const attributes = attributesOf(text, at, tag);
        const element: OpenElement = {
          name,
          isComponent: name.includes('-') || (isJsxLike && isCapital(text[start - at + 1])),
          attributes,
          shows: moduleInBraces(jsxLike, attributes.get('src')),
          span: { start, end },
          children: [],
        };
        put(element);
        if (VOID.test(name) || (tag.selfClosing && (isJsxLike || foreign > 0 || isForeign(name))))
          return;
        open.push(element);
        openOf.set(name, (openOf.get(name) ?? 0) + 1);
        if (isForeign(name)) foreign++;
        tokenizer.inForeignNode = foreign > 0;
        const mode = Object.hasOwn(RAW, name) ? RAW[name] : undefined;
        // In SVG a title has elements, and only scripts and styles are without any.
        if (mode === undefined || (foreign > 0 && name !== 'script' && name !== 'style')) return;
        tokenizer.state = TokenizerMode[mode];
        const language = sheetLanguage(element.attributes.get('lang')?.value);
        if (name === 'style' && language !== undefined)
          sheet = { language, part: { start: end, end } };
      },
      onEndTag(tag) {
        const start = at + (tag.location?.startOffset ?? 0);
        const end = at + (tag.location?.endOffset ?? 0);
        if (sheet !== undefined) put({ ...sheet, part: { start: sheet.part.start, end: start } });
        sheet = undefined;
        if ((openOf.get(tag.tagName) ?? 0) === 0) return;
        while (open.at(-1)?.name !== tag.tagName) pop(start);
        pop(end);
      },
      onCharacter: ({ chars }) => {
        if (sheet === undefined) put(chars);
      },
      onWhitespaceCharacter: () => {
        put(' ');
      },
      onNullCharacter: nothing,
      onComment: nothing,
      onDoctype: nothing,
      onEof() {
        while (open.length > 0) pop(at + text.length);
      },
    },
  );
  tokenizer.write(text, true);
  return root;
}

/** Resolves the character references of attributes' raw values, many at once: to start a tokenizer is the dear part. */
export function decodeAttributes(raw: readonly string[]): readonly string[] {
  const values: string[] = [];
  const tokenizer = new Tokenizer(
    {},
    {
      onStartTag: ({ attrs }) => values.push(attrs[0]?.value ?? ''),
      onEndTag: nothing,
      onCharacter: nothing,
      onWhitespaceCharacter: nothing,
      onNullCharacter: nothing,
      onComment: nothing,
      onDoctype: nothing,
      onEof: nothing,
    },
  );
  // A value has at most one kind of quote in it: the one that does not enclose it.
  const tags = raw.map((value) => (value.includes('"') ? `<b a='${value}'>` : `<b a="${value}">`));
  tokenizer.write(tags.join(''), true);
  return values;
}

function attributesOf(
  text: string,
  at: number,
  tag: Token.TagToken,
): ReadonlyMap<string, SourceText> {
  const places = tag.location?.attrs ?? {};
  const attributes = new Map<string, SourceText>();
  for (const { name } of tag.attrs) {
    const place = places[name];
    if (place === undefined) continue;
    const source = text.slice(place.startOffset, place.endOffset);
    // Behind the name stand blanks, `=`, blanks and perhaps a quote.
    const before = /^\s*=\s*(["']?)/.exec(source.slice(name.length));
    if (before === null) continue;
    const start = name.length + before[0].length;
    const raw = source.slice(start, before[1] === '' ? undefined : -1);
    attributes.set(name, attributeText(raw, at + place.startOffset + start, decodeAttributes));
  }
  return attributes;
}

/** `src={hero}`: the name is masked in the value, and stands in the text. */
function moduleInBraces(text: string | undefined, src: SourceText | undefined): string | undefined {
  const span = src?.spanOf({ start: 0, end: src.value.length });
  const written = span && text?.slice(span.start, span.end);
  const [, expression] = /^\{([^]*)\}$/.exec(written ?? '') ?? [];
  return expression === undefined ? undefined : moduleIn(expression);
}

function isCapital(unit = ''): boolean {
  return /[A-Z]/.test(unit);
}

function isForeign(name: string): boolean {
  return name === 'svg' || name === 'math';
}

function nothing(): void {
  // No image stands there.
}

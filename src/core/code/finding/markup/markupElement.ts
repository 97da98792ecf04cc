import type { TextSpan } from '../../imageReference';
import type { SourceText } from './sourceText';

/** An element of HTML or of a language that is like it, as far as images are looked for in it. */
export interface MarkupElement {
  /** In lower case. */
  readonly name: string;
  /** A custom element or a framework's component. */
  readonly isComponent?: boolean;
  /** What it stands for is used elsewhere too: its span is not all that is there for its image. */
  readonly isShared?: boolean;
  /** Those whose value stands in the text, by names in lower case. */
  readonly attributes: ReadonlyMap<string, SourceText>;
  /** The name that a script has for the image of its `src`. */
  readonly shows?: string | undefined;
  readonly span: TextSpan;
  readonly children: readonly MarkupNode[];
}

/** An element, a stretch of words, or a piece of another language that stands in the markup. */
export type MarkupNode = MarkupElement | string | EmbeddedPart;

export type SheetLanguage = 'css' | 'scss' | 'less';
export type ScriptLanguage = 'js' | 'jsx' | 'ts' | 'tsx';

export interface EmbeddedPart {
  readonly language: 'yaml' | SheetLanguage | ScriptLanguage;
  readonly part: TextSpan;
}

/** More words than this are no heading and no caption, but the rest of a broken document. */
const LONGEST_WORDS = 300;

/** The words in an element, on one line. */
export function wordsIn(element: MarkupElement): string {
  let words = '';
  const left: MarkupNode[] = [element];
  for (let visited = 0; left.length > 0 && visited < LONGEST_WORDS; visited++) {
    const node = left.pop();
    if (typeof node === 'string') words += node;
    else if (node !== undefined && 'children' in node)
      for (const child of node.children.slice(0, LONGEST_WORDS).reverse()) left.push(child);
    if (words.length > LONGEST_WORDS) break;
  }
  return words.replace(/\s+/g, ' ').trim().slice(0, LONGEST_WORDS);
}

/** The first element of a name within another, near its beginning. */
export function firstWithin(element: MarkupElement, name: string): MarkupElement | undefined {
  const left: MarkupElement[] = [element];
  for (let visited = 0; visited < LONGEST_WORDS; visited++) {
    const node = left.shift();
    if (node === undefined) return undefined;
    if (node.name === name) return node;
    for (const child of node.children.slice(0, LONGEST_WORDS))
      if (typeof child !== 'string' && 'children' in child) left.push(child);
  }
  return undefined;
}

/** The name of a module in an expression that is nothing but its image: `hero`, or `hero.src` where a bundler gives an object. */
export function moduleIn(expression: string): string | undefined {
  return /^\s*([\p{L}_$][\p{L}\p{N}_$]*)(?:\.[\p{L}_$][\p{L}\p{N}_$]*)*\s*$/u.exec(expression)?.[1];
}

/** What the `lang` of a `style` means; `undefined` for what is not read (Stylus, Sass by indentation). */
export function sheetLanguage(lang = 'css'): SheetLanguage | undefined {
  if (lang === 'postcss') return 'css';
  return lang === 'css' || lang === 'scss' || lang === 'less' ? lang : undefined;
}

/** What the `lang` of a `script` means. */
export function scriptLanguage(lang = 'js'): ScriptLanguage | undefined {
  if (lang === 'javascript' || lang === 'typescript') return lang === 'javascript' ? 'js' : 'ts';
  return lang === 'js' || lang === 'jsx' || lang === 'ts' || lang === 'tsx' ? lang : undefined;
}

import parseValue from 'postcss-value-parser';
import type { FunctionNode, Node, StringNode, WordNode } from 'postcss-value-parser';

import type { TextSpan } from '../../imageReference';

/** An image in a value of a style sheet. */
export interface CssImage extends TextSpan {
  /** Its escapes resolved. */
  readonly url: string;
  /** Of a candidate of `image-set()`: px of the file per px on the page. */
  readonly density?: number;
  /** Whether nothing else stands in the value. */
  readonly isAlone: boolean;
}

/** The images that a value names, by their places in it: `url()`, `src()` and the strings of `image-set()`. */
export function imagesInValue(value: string): readonly CssImage[] {
  // The parser knows an unquoted URL by the lower case alone.
  const { nodes } = parseValue(value.replace(/\burl\(/gi, 'url('));
  const isAlone = nodes.filter(isSolid).length === 1;
  const found: CssImage[] = [];
  visit(nodes, undefined, (place, density) => {
    const image = { ...place, ...(density === undefined ? {} : { density }) };
    found.push({ ...image, isAlone: isAlone && nodes.some((node) => isUrl(node)) });
  });
  return found;
}

type Place = Omit<CssImage, 'density' | 'isAlone'>;
type Found = (place: Place, density: number | undefined) => void;

function visit(nodes: readonly Node[], density: number | undefined, found: Found): void {
  for (const node of nodes) {
    if (node.type !== 'function' || node.unclosed === true) continue;
    if (isUrl(node)) {
      const place = placeIn(node);
      if (place !== undefined) found(place, density);
    } else if (/^(?:-[a-z]+-)?image-set$/i.test(node.value)) {
      for (const candidate of candidatesOf(node)) visitCandidate(candidate, found);
    } else visit(node.nodes, density, found);
  }
}

/** A candidate of an `image-set()`: an image and, in any order, its density and type. */
function visitCandidate(candidate: readonly Node[], found: Found): void {
  const density = candidate.map(densityOf).find((one) => one !== undefined) ?? 1;
  for (const node of candidate) {
    if (node.type === 'string' && node.unclosed !== true) found(placeOf(node, 1), density);
    else if (node.type === 'function' && node.value.toLowerCase() !== 'type')
      visit([node], density, found);
  }
}

function candidatesOf({ nodes }: FunctionNode): readonly (readonly Node[])[] {
  const candidates: Node[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'div' && node.value === ',') candidates.push([]);
    else candidates.at(-1)?.push(node);
  }
  return candidates;
}

/** 96 dots per inch are one per px. */
const DOTS: Readonly<Record<string, number>> = { x: 1, dppx: 1, dpi: 1 / 96, dpcm: 2.54 / 96 };

function densityOf(node: Node): number | undefined {
  const dimension = node.type === 'word' && parseValue.unit(node.value);
  if (dimension === false) return undefined;
  const dots = DOTS[dimension.unit.toLowerCase()];
  return dots === undefined ? undefined : Number(dimension.number) * dots;
}

function isUrl(node: Node): boolean {
  return node.type === 'function' && /^(?:url|src)$/i.test(node.value);
}

/** Of `url("a.png" + $b)` nothing can be said: only modifiers, which are functions, may follow the string. */
function placeIn({ nodes }: FunctionNode): Place | undefined {
  const [first, ...rest] = nodes.filter(isSolid);
  if (!rest.every((node) => node.type === 'function')) return undefined;
  if (first?.type === 'string') return first.unclosed === true ? undefined : placeOf(first, 1);
  return first?.type === 'word' && rest.length === 0 ? placeOf(first, 0) : undefined;
}

function isSolid(node: Node): boolean {
  return node.type !== 'space' && node.type !== 'comment';
}

function placeOf(node: StringNode | WordNode, quote: 0 | 1): Place {
  return {
    start: node.sourceIndex + quote,
    end: node.sourceEndIndex - quote,
    url: withoutEscapes(node.value),
  };
}

/** As CSS Syntax has it (§4.3.7): up to six digits and a blank, a line's end, or a character as it is. */
function withoutEscapes(text: string): string {
  return text.replace(
    /\\(?:([0-9a-f]{1,6})(?:\r\n|\s)?|(\r\n|[\r\n\f])|([\s\S]))/gi,
    (_, digits: string | undefined, lineEnd: string | undefined, character = '') => {
      if (lineEnd !== undefined) return '';
      const code = parseInt(digits ?? '', 16);
      if (Number.isNaN(code)) return String(character);
      return code === 0 || code > 0x10ffff ? '\uFFFD' : String.fromCodePoint(code);
    },
  );
}

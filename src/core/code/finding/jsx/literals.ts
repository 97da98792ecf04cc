import { parseExpression } from '@babel/parser';
import type { Node } from '@babel/types';

import { attributeText, plainText } from '../markup/sourceText';
import type { SourceText } from '../markup/sourceText';

/** What a string, a number or a template without expressions says, and where; undefined for all else. */
export function literalText(text: string, node: Node | null | undefined): SourceText | undefined {
  if (node?.type === 'NumericLiteral') return plainText(String(node.value), node.start ?? 0);
  const quoted = node?.type === 'TemplateLiteral' && node.expressions.length === 0;
  if (node?.type !== 'StringLiteral' && !quoted) return undefined;
  const start = (node.start ?? 0) + 1;
  const raw = text.slice(start, (node.end ?? 0) - 1);
  if (!raw.includes('\\')) return plainText(raw, start);
  const value = node.type === 'StringLiteral' ? node.value : node.quasis[0]?.value.cooked;
  return typeof value !== 'string' ? undefined : escapedText(raw, start, value);
}

/** The value of an attribute of JSX, which has the character references of HTML and no escapes. */
export function attributeLiteral(
  text: string,
  node: Node | null | undefined,
): SourceText | undefined {
  if (node?.type === 'JSXExpressionContainer') return literalText(text, node.expression);
  if (node?.type !== 'StringLiteral') return undefined;
  const start = (node.start ?? 0) + 1;
  return attributeText(text.slice(start, (node.end ?? 0) - 1), start, decoded);
}

function decoded(pieces: readonly string[]): readonly string[] {
  return pieces.map((piece) => {
    const quote = piece.includes('"') ? "'" : '"';
    const element = parseExpression(`<a a=${quote}${piece}${quote}/>`, { plugins: ['jsx'] });
    if (element.type !== 'JSXElement') return piece;
    const attribute = element.openingElement.attributes[0];
    if (attribute?.type !== 'JSXAttribute') return piece;
    return attribute.value?.type === 'StringLiteral' ? attribute.value.value : piece;
  });
}

/** An escape of JavaScript, or a stretch without one. */
const PIECE = /\\(?:u\{[0-9a-f]*\}|u[0-9a-f]{4}|x[0-9a-f]{2}|\r\n|[\s\S])|[^\\]+/gi;

function escapedText(raw: string, start: number, value: string): SourceText {
  const pieces = raw.match(PIECE) ?? [];
  /** Where each unit of the value stands in the source, and the source's end. */
  const places: number[] = [];
  let source = start;
  for (const piece of pieces) {
    const length = piece.startsWith('\\') ? cooked(piece).length : piece.length;
    for (let i = 0; i < length; i++) places.push(piece.startsWith('\\') ? source : source + i);
    source += piece.length;
  }
  places.push(source);
  return {
    value,
    spanOf: (stretch) => ({
      start: places[stretch.start] ?? start,
      end: places[stretch.end] ?? source,
    }),
  };
}

function cooked(escape: string): string {
  const expression = parseExpression(`"${escape}"`, { errorRecovery: true });
  return expression.type === 'StringLiteral' ? expression.value : '';
}

import type { AtRule, ChildNode, Declaration, Node } from 'postcss';

/** The source of a value in a sheet, as long as it is there: comments to the line's end made blanks. */
export interface CssValue {
  readonly source: string;
  readonly start: number;
  /** The property of the declaration; empty where it is a rule's. */
  readonly property: string;
  /** The declaration with its semicolon; undefined where the value is no declaration's. */
  readonly declaration?: Declaration;
}

/** The value of a node of a sheet, where it has one in which images are named. `css` has no byte order mark. */
export function valueOf(css: string, node: ChildNode): CssValue | undefined {
  if (node.type === 'decl') return isFont(node) ? undefined : valueOfDeclaration(css, node);
  return node.type === 'atrule' ? valueOfRule(css, node) : undefined;
}

function isFont({ parent }: Declaration): boolean {
  return parent !== undefined && 'name' in parent && parent.name === 'font-face';
}

function valueOfDeclaration(css: string, declaration: Declaration): CssValue | undefined {
  const { prop, raws } = declaration;
  const start = startOf(declaration);
  // The parsers count the `*` of an old browser's hack to what stands before the property.
  const hack = css.startsWith(prop, start) ? 0 : 1;
  const source = sourceOf(raws.value, declaration.value);
  const value = valueAt(css, start + hack + prop.length + (raws.between ?? '').length, source);
  return value && { ...value, property: prop.toLowerCase(), declaration };
}

/** What Less adds to a rule: the call of a mixin, `.hero(url(…))`. */
interface LessRule {
  readonly mixin?: boolean;
}

/** In other rules a URL is a sheet's, a namespace's or a condition. */
const WITH_VALUES = /^(?:include|return)$/;

/** A variable of Less; its parser takes `@hero:url(…)` for a rule of the name `hero:url`. */
const VARIABLE = /^@[\w-]+\s*(?:\/\*[^*]*\*\/\s*)?:/;

function valueOfRule(css: string, rule: AtRule & LessRule): CssValue | undefined {
  const { name, params, raws } = rule;
  const start = startOf(rule);
  const head = 1 + name.length + (raws.afterName ?? '').length;
  const source = css.slice(start, start + head) + sourceOf(raws.params, params);
  const variable = VARIABLE.exec(source)?.[0].length;
  if (variable === undefined && rule.mixin !== true && !WITH_VALUES.test(name)) return undefined;
  const behind = variable ?? head;
  const value = valueAt(css, start + behind, source.slice(behind));
  return value && { ...value, property: '' };
}

function startOf(node: Node): number {
  return node.source?.start?.offset ?? 0;
}

/** Where a value has comments in it, the parsers keep its source beside it. */
function sourceOf(raw: { raw: string; scss?: string } | undefined, value: string): string {
  return raw?.scss ?? raw?.raw ?? value;
}

function valueAt(
  css: string,
  start: number,
  source: string,
): Pick<CssValue, 'source' | 'start'> | undefined {
  if (!css.startsWith(source, start)) return undefined;
  return { source: withoutLineComments(source), start };
}

/** Strings, unquoted URLs and whole comments, in which two slashes begin no comment; then one that they begin. */
const PIECE =
  /"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|\burl\([^"')]*\)|\/\*[\s\S]*?\*\/|\/\/[^\r\n]*/gi;

/** The same length as before. Plain CSS has no such comments: two slashes in a value there are no image either. */
export function withoutLineComments(source: string): string {
  if (!source.includes('//')) return source;
  return source.replace(PIECE, (piece) =>
    piece.startsWith('//') ? ' '.repeat(piece.length) : piece,
  );
}

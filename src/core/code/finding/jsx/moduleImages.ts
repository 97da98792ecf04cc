import type { Expression, Node } from '@babel/types';

import type { ImageReference, TextSpan } from '../../imageReference';
import { readImagePath } from '../../imageUrl';
import { imageAt } from '../imageAt';
import type { ImageDetails } from '../imageAt';
import { literalText } from './literals';

/** A place where a script asks its bundler for a file. */
interface ModulePlace {
  readonly source: Node;
  /** `new URL()` takes a URL, all others a path. */
  readonly isUrl?: true;
  readonly whole?: TextSpan;
  /** The name that the script gives to it. */
  readonly local?: string;
}

/** The image that a node imports, requires or exports. `shown` is what the elements say that show it, by its name or node. */
export function moduleImage(
  text: string,
  node: Node,
  shown: ReadonlyMap<Node | string, ImageDetails>,
): ImageReference | undefined {
  const place = modulePlaceOf(node);
  const literal = place && literalText(text, place.source);
  if (literal === undefined) return undefined;
  const { value } = literal;
  const span = literal.spanOf({ start: 0, end: value.length });
  const said = shown.get(node) ?? shown.get(place?.local ?? '');
  const details = { ...said, isModule: true as const, whole: place?.whole };
  if (place?.isUrl === true) return imageAt(text, span, value, details);
  return imageAt(text, span, value, { ...details, syntax: 'path' }, readModule);
}

/** Bundlers take what to do with a file behind a question mark; webpack's loaders stand before exclamation marks. */
function readModule(specifier: string): ReturnType<typeof readImagePath> {
  return specifier.includes('!')
    ? { kind: 'other' }
    : readImagePath(specifier.replace(/\?.*$/s, ''));
}

function modulePlaceOf(node: Node): ModulePlace | undefined {
  switch (node.type) {
    case 'ImportDeclaration': {
      const local = node.specifiers[0]?.local.name;
      const whole = { start: node.start ?? 0, end: node.end ?? 0 };
      return { source: node.source, whole, ...(local === undefined ? {} : { local }) };
    }
    case 'ExportNamedDeclaration':
      return node.source ? { source: node.source } : undefined;
    case 'ExportAllDeclaration':
    case 'ImportExpression':
      return { source: node.source };
    case 'TSExternalModuleReference':
      return { source: node.expression };
    case 'CallExpression':
      return requiredBy(node.callee, node.arguments);
    case 'NewExpression':
      return addressedBy(node.callee, node.arguments);
    default:
      return undefined;
  }
}

function requiredBy(callee: Node, [source, ...rest]: readonly Node[]): ModulePlace | undefined {
  const isRequire = callee.type === 'Identifier' && callee.name === 'require';
  return isRequire && source !== undefined && rest.length === 0 ? { source } : undefined;
}

/** `new URL('./a.png', import.meta.url)`. */
function addressedBy(callee: Node, [source, base]: readonly Node[]): ModulePlace | undefined {
  const isUrl = callee.type === 'Identifier' && callee.name === 'URL';
  const isHere =
    base?.type === 'MemberExpression' &&
    base.object.type === 'MetaProperty' &&
    isNamed(base.property, 'url');
  return isUrl && isHere && source !== undefined ? { source, isUrl: true } : undefined;
}

function isNamed(node: Expression | Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name;
}

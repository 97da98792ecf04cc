import type { Node, StringLiteral, TemplateElement } from '@babel/types';

import { nodesWithin } from '../finding/jsx/syntaxTree';
import type { TextSpan } from '../imageReference';
import { servedFolderOf } from '../project';
import { writtenPath } from '../writtenPath';
import { describingAttributes, imgElement } from './markup';
import { nameOfImage } from './imageName';
import type { ModuleImports } from './moduleImports';
import type { Picture, WritingText } from './picture';
import { inScript } from './stringEscapes';
import type { Value } from './valueAt';

/** Whether imports of images work here: a bundler gives them a URL. */
function isImported(path: string, { project }: WritingText): boolean {
  const isBundled = !['plain', 'hugo', 'sphinx', 'flutter', 'android', 'xcode'].includes(
    project.kind,
  );
  return isBundled && servedFolderOf(path, project) === undefined;
}

/** The name that a file is imported by. */
function imported(path: string, at: WritingText, imports: ModuleImports): string {
  return imports.nameOf(writtenPath(path, at, at.project, 'path', true), nameOfImage(path));
}

/** An `<img>` of JSX, Svelte or Astro; Next's `<Image>` where the project is Next's. */
export function componentImage(
  picture: Picture,
  at: WritingText,
  imports: ModuleImports | undefined,
): string {
  const isNext = at.project.kind === 'next' && at.language === 'jsx';
  if (imports === undefined) return imgElement(picture, at, { isJsx: at.language === 'jsx' });
  if (!isNext && !isImported(picture.path, at)) {
    return imgElement(picture, at, { isJsx: at.language === 'jsx' });
  }
  const element = isNext ? imports.nameOf('next/image', 'Image') : 'img';
  const source = isImported(picture.path, at)
    ? `{${urlOf(picture.path, at, imports)}}`
    : `"${writtenPath(picture.path, at, at.project, 'url')}"`;
  const srcset = isNext ? '' : srcsetOf(picture, at, imports);
  return `<${element} src=${source}${srcset}${describingAttributes(picture)} />`;
}

/** Astro's imports are objects that have a URL. */
function urlOf(path: string, at: WritingText, imports: ModuleImports): string {
  const name = imported(path, at, imports);
  return at.language === 'astro' ? `${name}.src` : name;
}

function srcsetOf(picture: Picture, at: WritingText, imports: ModuleImports): string {
  const { path, densities = [] } = picture;
  if (densities.length === 0) return '';
  const candidates = [{ path, scale: 1 }, ...densities].map(
    (each) => `\${${urlOf(each.path, at, imports)}} ${String(each.scale)}x`,
  );
  return ` ${at.language === 'jsx' ? 'srcSet' : 'srcset'}={\`${candidates.join(', ')}\`}`;
}

/** A picture in a script's code: its import's name, or its URL as a string. */
export function codeImage(
  { path }: Picture,
  at: WritingText,
  imports: ModuleImports | undefined,
): string {
  if (imports !== undefined && isImported(path, at)) return imported(path, at, imports);
  return `'${inScript(stringPath(path, at), "'")}'`;
}

/** Whether the place is one for markup, and not for an expression alone. */
export function wantsElement(
  at: WritingText,
  { start }: TextSpan,
  tree: Node | undefined,
): boolean {
  if (/=\s*\{\s*$/.test(at.text.slice(0, start))) return false;
  if (/\.[jt]sx$/i.test(at.path)) return true;
  if (tree === undefined) return false;
  for (const node of nodesWithin(tree)) {
    if (node.type === 'JSXElement' || node.type === 'JSXFragment') return true;
  }
  return false;
}

/** The string of a script in which a path alone is wanted. */
export function stringAt(at: WritingText, { start, end }: TextSpan, tree: Node): Value | undefined {
  for (const node of nodesWithin(tree)) {
    const string = stringOf(node);
    if (string === undefined) continue;
    const inside = {
      start: string.start + string.quote.length,
      end: string.end - string.quote.length,
    };
    if (start < inside.start || end > inside.end) continue;
    const span = start < end ? { start, end } : inside;
    const write = (file: string) => {
      if (string.isAttribute) return writtenPath(file, at, at.project, 'url');
      const path = string.isModule
        ? writtenPath(file, at, at.project, 'path', true)
        : stringPath(file, at);
      return inScript(path, string.quote === '' ? '`' : string.quote);
    };
    return { ...span, write };
  }
  return undefined;
}

interface StringNode extends TextSpan {
  readonly quote: string;
  readonly isAttribute?: boolean;
  readonly isModule?: boolean;
}

/** A string as its parent has it: what it is for is said there. */
function stringOf(parent: Node): StringNode | undefined {
  switch (parent.type) {
    case 'JSXAttribute':
      return parent.value?.type === 'StringLiteral'
        ? { ...literal(parent.value), isAttribute: true }
        : undefined;
    case 'ImportDeclaration':
      return { ...literal(parent.source), isModule: true };
    case 'ImportExpression':
      return parent.source.type === 'StringLiteral'
        ? { ...literal(parent.source), isModule: true }
        : undefined;
    case 'CallExpression':
    case 'NewExpression': {
      const [first] = parent.arguments;
      const isModule =
        parent.callee.type === 'Identifier' && /^(require|URL)$/.test(parent.callee.name);
      return isModule && first?.type === 'StringLiteral'
        ? { ...literal(first), isModule: true }
        : undefined;
    }
    case 'StringLiteral':
      return literal(parent);
    case 'TemplateElement':
      return template(parent);
    default:
      return undefined;
  }
}

function literal({ start, end, extra }: StringLiteral): StringNode {
  return { start: start ?? 0, end: end ?? 0, quote: String(extra?.['raw']).slice(0, 1) };
}

/** Its span is that of the text between the backticks. */
function template({ start, end }: TemplateElement): StringNode {
  return { start: start ?? 0, end: end ?? 0, quote: '' };
}

/** A URL where the site serves the file, else a path as code reads it. */
function stringPath(path: string, at: WritingText): string {
  const isServed = servedFolderOf(path, at.project) !== undefined;
  return writtenPath(path, at, at.project, isServed ? 'url' : 'path');
}

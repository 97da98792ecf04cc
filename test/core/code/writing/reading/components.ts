import { parse as parseAstro } from '@astrojs/compiler/sync';
import { parse as parseScript } from '@babel/parser';
import type { JSXAttribute, Node } from '@babel/types';
import { NodeTypes } from '@vue/compiler-dom';
import { compileTemplate, parse as parseVue } from '@vue/compiler-sfc';
import { compile, parse as parseSvelte, type AST } from 'svelte/compiler';

import { nodesWithin } from '../../../../../src/core/code/finding/jsx/syntaxTree';
import { fromAttributes, type FoundImage } from './foundImage';

/** The files that the names of a script are imported from. */
function importsOf(script: string): ReadonlyMap<string, string> {
  const { program } = parseScript(script, { sourceType: 'module', plugins: ['jsx', 'typescript'] });
  return new Map(
    program.body
      .filter((each) => each.type === 'ImportDeclaration')
      .flatMap(({ source, specifiers }) =>
        specifiers.map(({ local }) => [local.name, source.value] as const),
      ),
  );
}

/** `{name}` is the file that the name is imported from; it is not a URL. */
function resolved(name: string, imports: ReadonlyMap<string, string>): string {
  const file = imports.get(name);
  if (file === undefined) throw new Error(`${name} is not imported.`);
  return encodeURIComponent(file);
}

export function imagesInJsx(text: string): readonly FoundImage[] {
  const imports = importsOf(text);
  const file = parseScript(text, { sourceType: 'module', plugins: ['jsx', 'typescript'] });
  const found: FoundImage[] = [];
  for (const node of nodesWithin(file)) {
    if (node.type !== 'JSXOpeningElement' || node.name.type !== 'JSXIdentifier') continue;
    const element = node.name.name;
    if (element !== 'img' && imports.get(element) !== 'next/image') continue;
    const attributes = node.attributes.filter((each) => each.type === 'JSXAttribute');
    const of = (name: string) =>
      jsxValue(attributes.find((each) => each.name.name === name)?.value, imports);
    found.push(fromAttributes((name) => of(name === 'srcset' ? 'srcSet' : name)));
  }
  return found;
}

function jsxValue(value: JSXAttribute['value'], imports: ReadonlyMap<string, string>) {
  if (value?.type === 'StringLiteral') return value.value;
  if (value?.type !== 'JSXExpressionContainer') return undefined;
  return expressionValue(value.expression, imports);
}

function expressionValue(node: Node, imports: ReadonlyMap<string, string>): string | undefined {
  if (node.type === 'Identifier') return resolved(node.name, imports);
  if (node.type !== 'TemplateLiteral') return undefined;
  const values = node.expressions.map((each) => expressionValue(each, imports) ?? '');
  return node.quasis.map(({ value }, n) => (value.cooked ?? '') + (values[n] ?? '')).join('');
}

/** `src` is what Vue's compiler hands to the bundler, or leaves as a URL. */
export function imagesInVue(text: string): readonly FoundImage[] {
  const { descriptor } = parseVue(text);
  const source = descriptor.template?.content ?? '';
  const { code, ast, errors } = compileTemplate({ source, filename: 'a.vue', id: 'a' });
  if (errors.length > 0) throw new Error(String(errors[0]));
  const imports = importsOf(code.replaceAll(/^export function/gm, 'function'));
  const elements = (ast?.children ?? []).filter((each) => each.type === NodeTypes.ELEMENT);
  return elements
    .filter(({ tag }) => tag === 'img')
    .map(({ props }) =>
      fromAttributes((name) => {
        const prop = props.find((each) =>
          each.type === NodeTypes.ATTRIBUTE ? each.name === name : isBound(each, name),
        );
        if (prop?.type === NodeTypes.ATTRIBUTE) return prop.value?.content;
        const bound =
          prop?.exp?.type === NodeTypes.SIMPLE_EXPRESSION ? prop.exp.content : undefined;
        return bound?.replaceAll(/_imports_\d+/g, (each) => resolved(each, imports));
      }),
    );
}

function isBound(prop: { readonly arg?: unknown }, name: string): boolean {
  return (prop.arg as { content?: string } | undefined)?.content === name;
}

export function imagesInSvelte(text: string): readonly FoundImage[] {
  compile(text, { generate: 'server' });
  const tree = parseSvelte(text, { modern: true });
  const script = tree.instance ? text.slice(tree.instance.start, tree.instance.end) : '';
  const imports = importsOf(script.replace(/^<script[^>]*>/, '').replace(/<\/script>$/, ''));
  const of = (element: AST.RegularElement, name: string) => {
    const attribute = element.attributes.find(
      (each) => each.type === 'Attribute' && each.name === name,
    );
    if (attribute?.type !== 'Attribute' || attribute.value === true) return undefined;
    const parts = [attribute.value].flat();
    return parts
      .map((part) =>
        part.type === 'Text'
          ? part.data
          : (expressionValue(part.expression as object as Node, imports) ?? ''),
      )
      .join('');
  };
  return tree.fragment.nodes
    .filter((node) => node.type === 'RegularElement')
    .filter(({ name }) => name === 'img')
    .map((element) => fromAttributes((name) => of(element, name)));
}

interface AstroNode {
  readonly type: string;
  readonly name?: string;
  readonly value?: string;
  readonly attributes?: readonly { name: string; value: string; kind: string }[];
  readonly children?: readonly AstroNode[];
}

export function imagesInAstro(text: string): readonly FoundImage[] {
  const { ast } = parseAstro(text, { position: false });
  const nodes = [...astroNodes(ast)];
  const imports = importsOf(nodes.find(({ type }) => type === 'frontmatter')?.value ?? '');
  return nodes
    .filter(({ name }) => name === 'img')
    .map(({ attributes = [] }) =>
      fromAttributes((name) => {
        const attribute = attributes.find((each) => each.name === name);
        if (attribute === undefined) return undefined;
        if (attribute.kind === 'quoted') return attribute.value;
        const { program } = parseScript(attribute.value.replaceAll('.src', ''));
        const [statement] = program.body;
        return statement?.type === 'ExpressionStatement'
          ? expressionValue(statement.expression, imports)
          : undefined;
      }),
    );
}

function* astroNodes(node: AstroNode): Generator<AstroNode> {
  yield node;
  for (const child of node.children ?? []) yield* astroNodes(child);
}

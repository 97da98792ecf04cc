import type { TextSpan } from '../imageReference';
import { indented } from './block';
import type { ModuleImports } from './moduleImports';
import type { TextEdit, WritingText } from './picture';
import { codeImage, componentImage, stringAt, wantsElement } from './scriptImage';
import { importsFor, type DocumentImports } from './sectionImports';
import { isComponentScript, sectionAt, sectionsOf, type Section } from './section';
import { valueAt } from './valueAt';
import type { Order, WrittenReferences } from './writeReferences';

/** Names pictures in a document that has scripts: in them, or in markup that they are imported for. */
export function writeInScripts(
  at: WritingText,
  orders: readonly Order[],
  writeWithText: (at: WritingText, order: Order) => TextEdit,
): WrittenReferences {
  const cursors = orders.map(({ span }) => span);
  const scripts = new Map<Section | undefined, DocumentImports>();
  const importsAt = (section?: Section): DocumentImports => {
    const known = scripts.get(section) ?? importsFor(at, cursors, section);
    scripts.set(section, known);
    return known;
  };
  const sections = sectionsOf(at.text, at.language);
  const component = sections.find(isComponentScript);
  const references = orders.map((order) => {
    const section = sectionAt(sections, order.span);
    if (section?.language === 'jsx') {
      const code = at.text.slice(section.start, section.end);
      // No bundler makes URLs of the imports in a page's own script.
      const kind = at.language === 'html' ? 'plain' : at.project.kind;
      const project = { ...at.project, kind };
      const inner = { ...at, text: code, language: 'jsx' as const, project };
      const span = shifted(order.span, -section.start);
      const { imports } = importsAt(section);
      return shifted(writeInCode(inner, { ...order, span }, imports), section.start);
    }
    if (at.language === 'jsx') return writeInCode(at, order, importsAt().imports);
    const isMarkup = at.language === 'svelte' || at.language === 'astro';
    if (!isMarkup || section !== undefined || valueAt(at, order.span) !== undefined) {
      return writeWithText(at, order);
    }
    return writeInMarkup(at, order, importsAt(component).imports);
  });
  return { references, imports: [...scripts.values()].flatMap(({ edits }) => edits()) };
}

function shifted<T extends TextSpan>(span: T, by: number): T {
  return { ...span, start: span.start + by, end: span.end + by };
}

function writeInMarkup(
  at: WritingText,
  { span, pictures }: Order,
  imports: ModuleImports | undefined,
): TextEdit {
  const written = pictures.map((picture) => componentImage(picture, at, imports));
  return { ...span, text: indented(written.join('\n'), at.text, span) };
}

function writeInCode(at: WritingText, order: Order, imports: ModuleImports | undefined): TextEdit {
  const { span, pictures } = order;
  const [first] = pictures;
  if (first === undefined) return { ...span, text: '' };
  const tree = imports?.tree;
  const value = tree === undefined ? undefined : stringAt(at, span, tree);
  if (value !== undefined) {
    return { start: value.start, end: value.end, text: value.write(first.path) };
  }
  if (wantsElement(at, span, tree)) return writeInMarkup(at, order, imports);
  const written = pictures.map((picture) => codeImage(picture, at, imports));
  return { ...span, text: written.join(', ') };
}

import type { TextSpan } from '../imageReference';
import type { CodeLanguage } from '../language';
import { androidXmlImage, dartImage, kotlinImage, swiftImage } from './appImage';
import { asBlock, indented } from './block';
import { cssImage } from './cssImage';
import { barePath, jsonPath, yamlPath } from './dataPath';
import { markdownImage } from './markdownImage';
import { imgElement } from './markup';
import type { Picture, TextEdit, WriteReference, WritingText } from './picture';
import { asciiDocImage, latexImage, rstImage } from './proseImage';
import { sectionAt, sectionsOf, type Section } from './section';
import { valueAt } from './valueAt';

/** What naming images changes in a text. The spans do not overlap. */
export interface WrittenReferences {
  /** One for each place, in the order that they were asked for. */
  readonly references: readonly TextEdit[];
  /** Elsewhere in the same text: imports. */
  readonly imports: readonly TextEdit[];
}

const htmlImage: WriteReference = (picture, at) => ({ text: imgElement(picture, at) });
/** Vue's compiler hands to the bundler what starts with a dot. */
const vueImage: WriteReference = (picture, at) => ({
  text: imgElement(picture, at, { isModule: true }),
});

/** The languages that need nothing but the text around. */
const WRITERS: Readonly<Record<Exclude<CodeLanguage, 'jsx' | 'svelte' | 'astro'>, WriteReference>> =
  {
    markdown: markdownImage,
    mdx: markdownImage,
    html: htmlImage,
    css: cssImage,
    scss: cssImage,
    less: cssImage,
    vue: vueImage,
    rst: rstImage,
    asciidoc: asciiDocImage,
    latex: latexImage,
    dart: dartImage,
    swift: swiftImage,
    kotlin: kotlinImage,
    androidXml: androidXmlImage,
    json: jsonPath,
    yaml: yamlPath,
    plain: barePath,
  };

/** Languages in which several pictures stand in a list. */
const IN_A_LIST = new Set<CodeLanguage>(['json', 'dart', 'swift', 'kotlin']);

/**
 * Names the pictures at each place (a selection that is replaced, or a cursor), as the text's language wants it there; in
 * an attribute, in brackets or in a string the path of the first alone. As many pictures as places go one to each.
 */
export async function writeReferences(
  at: WritingText,
  spans: readonly TextSpan[],
  pictures: readonly Picture[],
): Promise<WrittenReferences> {
  const isOneEach = spans.length > 1 && spans.length === pictures.length;
  const orders = spans.map((span, n) => ({
    span,
    pictures: isOneEach ? pictures.slice(n, n + 1) : pictures,
  }));
  if (mayImport(at)) {
    const { writeInScripts } = await import('./writeInScripts');
    return writeInScripts(at, orders, writeWithText);
  }
  return { references: orders.map((order) => writeWithText(at, order)), imports: [] };
}

/** What is to be named at one place. */
export interface Order {
  readonly span: TextSpan;
  readonly pictures: readonly Picture[];
}

function mayImport({ text, language }: WritingText): boolean {
  return (
    ['jsx', 'svelte', 'astro'].includes(language) ||
    sectionsOf(text, language).some((section) => section.language === 'jsx')
  );
}

/** Names pictures where no import is needed: the text around says enough. */
export function writeWithText(at: WritingText, { span, pictures }: Order): TextEdit {
  const [first] = pictures;
  if (first === undefined) return { ...span, text: '' };
  const section = sectionAt(sectionsOf(at.text, at.language), span);
  if (section !== undefined) return writeInSection(at, section, { span, pictures });
  const value = valueAt(at, span);
  if (value !== undefined) {
    return { start: value.start, end: value.end, text: value.write(first.path) };
  }
  const write = WRITERS[at.language as keyof typeof WRITERS];
  const written = pictures.map((picture) => write(picture, at, span));
  return { ...span, text: joined(written, at, span) };
}

function writeInSection(at: WritingText, section: Section, { span, pictures }: Order): TextEdit {
  const text = at.text.slice(section.start, section.end);
  const inner = { start: span.start - section.start, end: span.end - section.start };
  const edit = writeWithText(
    { ...at, text, language: section.language },
    { span: inner, pictures },
  );
  return { ...edit, start: edit.start + section.start, end: edit.end + section.start };
}

function joined(
  written: readonly { readonly text: string; readonly isBlock?: true }[],
  at: WritingText,
  span: TextSpan,
): string {
  const isBlock = written.some((each) => each.isBlock);
  const texts = written.map(({ text }) => text);
  const isDeclaration = texts.every((text) => text.endsWith(';'));
  const isList = IN_A_LIST.has(at.language) || (isStyle(at.language) && !isDeclaration);
  const text = indented(texts.join(isList ? ', ' : isBlock ? '\n\n' : '\n'), at.text, span);
  return isBlock ? asBlock(text, at.text, span) : text;
}

function isStyle(language: CodeLanguage): boolean {
  return language === 'css' || language === 'scss' || language === 'less';
}

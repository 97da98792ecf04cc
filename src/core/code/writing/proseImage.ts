import { folderOf, resolvedPath } from '../paths';
import { writtenPath } from '../writtenPath';
import { oneLine } from '../nameWords';
import type { WriteReference, WritingText } from './picture';

/** A directive of reStructuredText; its options are taken as they stand, its path with escaped blanks. */
export const rstImage: WriteReference = ({ path, alt, width, height }, at) => {
  const target = rstPath(writtenPath(path, at, at.project, 'path'));
  const words = oneLine(alt);
  const options = [
    ...(words === '' ? [] : [`:alt: ${words}`]),
    ...(width === undefined ? [] : [`:width: ${String(width)}px`]),
    ...(height === undefined ? [] : [`:height: ${String(height)}px`]),
  ];
  return { text: [`.. image:: ${target}`, ...options].join('\n   '), isBlock: true };
};

/** docutils joins the parts of a path at its blanks, except at escaped ones. */
export function rstPath(path: string): string {
  return path.replace(/[\\ ]/g, (character) => `\\${character}`);
}

/** A block macro of AsciiDoc where the line is free, else an inline one. */
export const asciiDocImage: WriteReference = (picture, at, { start, end }) => {
  const { alt, width, height } = picture;
  const size = width === undefined || height === undefined ? [] : [String(width), String(height)];
  const attributes = [`"${asciiDocText(alt)}"`, ...size].join(',');
  const isAlone =
    /(^|\n)[ \t]*$/.test(at.text.slice(0, start)) && /^[ \t]*(\r?\n|$)/.test(at.text.slice(end));
  const macro = `image:${isAlone ? ':' : ''}${asciiDocPath(picture.path, at)}[${attributes}]`;
  return { text: macro, ...(isAlone ? { isBlock: true } : {}) };
};

/** Relative to the folder that the document has for its images. */
export function asciiDocPath(path: string, at: WritingText): string {
  const folder = /^:imagesdir:[ \t]+(\S.*?)[ \t]*$/m.exec(at.text)?.[1];
  const isUrl = folder === undefined || /^(\w+:|\/)|\{/.test(folder);
  const base = isUrl ? folderOf(at.path) : resolvedPath(`${folderOf(at.path)}/${folder}`);
  return writtenPath(path, { ...at, path: `${base ?? ''}/x.adoc` }, at.project, 'url');
}

/** Character references: they pass quotes, brackets, attributes in braces and typographic replacements unread. */
function asciiDocText(text: string): string {
  return oneLine(text).replace(
    /[&"{}[\]\\^~]|-(?=-)|\.(?=\.\.)|\((?=(?:C|R|TM)\))|[-=](?=[>&])|<(?=[-=])/g,
    (character) => `&#${String(character.charCodeAt(0))};`,
  );
}

/** `\includegraphics` as wide as the text, or less where the picture is small. */
export const latexImage: WriteReference = ({ path, alt, width }, at) => {
  const isSmall = width !== undefined && width < LINE_PX;
  // 1 px is 0.75 pt of CSS, which TeX calls bp.
  const size = isSmall ? `${String(width * 0.75)}bp` : '\\linewidth';
  const words = oneLine(alt);
  const options = [`width=${size}`, ...(words === '' ? [] : [`alt={${escapeLatex(words)}}`])];
  const file = latexPath(writtenPath(path, at, at.project, 'path'));
  return { text: `\\includegraphics[${options.join(',')}]{${file}}` };
};

/** The text's width of LaTeX's own classes, 345 pt, in CSS px. */
const LINE_PX = 459;

/** A file's name as an argument. */
export function latexPath(path: string): string {
  return path.replace(/[%#&{}]/g, (character) => `\\${character}`).replaceAll('~', '\\string~');
}

const LATEX_WORDS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};

function escapeLatex(text: string): string {
  return text.replace(/[\\{}$%&#_^~]/g, (character) => LATEX_WORDS[character] ?? `\\${character}`);
}

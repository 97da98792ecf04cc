import { writtenPath } from '../writtenPath';
import { oneLine } from '../nameWords';
import type { Picture, WritingText } from './picture';

/** Text as the value of an attribute in double quotes, of HTML and of all that is written like it. */
export function escapeAttribute(text: string): string {
  return oneLine(text).replace(/[&"<>{}]/g, (character) => ENTITIES[character] ?? character);
}

/** Braces too: templates of many frameworks read them as code. */
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '"': '&quot;',
  '<': '&lt;',
  '>': '&gt;',
  '{': '&#123;',
  '}': '&#125;',
};

/** The attributes that say what a picture shows and how large. In CSS px. */
export function describingAttributes({ alt, width, height }: Picture): string {
  const size = [
    width === undefined ? '' : ` width="${String(width)}"`,
    height === undefined ? '' : ` height="${String(height)}"`,
  ];
  return ` alt="${escapeAttribute(alt)}"${size.join('')}`;
}

/** An `<img>` with URLs. `isJsx` for the names that JSX has; Vue wants a `./` where a bundler is to see a path. */
export function imgElement(
  picture: Picture,
  at: WritingText,
  { isJsx = false, isModule = false } = {},
): string {
  const url = (path: string) => urlIn(path, at, isModule);
  const attributes = describingAttributes(picture);
  const candidates = candidatesOf(picture, url);
  const srcset = candidates === '' ? '' : ` ${isJsx ? 'srcSet' : 'srcset'}="${candidates}"`;
  const end = at.language === 'html' ? '>' : ' />';
  return `<img src="${url(picture.path)}"${srcset}${attributes}${end}`;
}

/** A URL from the site's root where there is one; else `isModule` gives the path a leading `./`. */
function urlIn(path: string, at: WritingText, isModule: boolean): string {
  const url = writtenPath(path, at, at.project, 'url');
  return isModule && !/^[./]/.test(url) ? `./${url}` : url;
}

/** The value of `srcset`; empty where there is one density alone. */
function candidatesOf({ path, densities = [] }: Picture, url: (path: string) => string): string {
  if (densities.length === 0) return '';
  const finer = densities.map(({ path: file, scale }) => `${url(file)} ${String(scale)}x`);
  return [`${url(path)} 1x`, ...finer].join(', ');
}

import { parse as parseCss } from 'postcss';
import type { Declaration, Root } from 'postcss';
import { parse as parseScss } from 'postcss-scss';

import type { ImageReference } from '../imageReference';
import { imagesInValue } from './css/cssImages';
import { parseLess } from './css/parseLess';
import { sizeInRule } from './css/cssSize';
import { valueOf, withoutLineComments } from './css/cssValues';
import type { CssValue } from './css/cssValues';
import { imageAt } from './imageAt';
import type { ImageDetails } from './imageAt';

/**
 * The images of a style sheet or of the value of a `style` attribute. The extension of `path` says what it is written
 * in: SCSS, Less, else CSS.
 */
export function findInCss(text: string, path: string): readonly ImageReference[] {
  // The parsers take the byte order mark off and count without it.
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const css = path.endsWith('.less') ? withoutLineComments(text.slice(mark)) : text.slice(mark);
  const found: ImageReference[] = [];
  try {
    sheetOf(css, path).walk((node) => {
      const value = valueOf(css, node);
      if (value !== undefined) found.push(...imagesOf(text, mark, value));
    });
  } catch {
    // No sheet, or deeper than the stack is.
    return [];
  }
  return found;
}

function sheetOf(css: string, path: string): Root {
  if (path.endsWith('.less')) return parseLess(css);
  return path.endsWith('.scss') ? parseScss(css, { map: false }) : parseCss(css, { map: false });
}

function imagesOf(text: string, mark: number, value: CssValue): readonly ImageReference[] {
  const images = imagesInValue(value.source);
  const background = /^background(?:-image)?$/.test(value.property);
  const size = background && value.declaration ? sizeInRule(value.declaration) : {};
  return images.flatMap((image) => {
    if (!isWhole(image.url)) return [];
    const start = value.start + mark;
    const span = { start: start + image.start, end: start + image.end };
    const details = {
      ...scaled(size, image.density ?? 1),
      purpose: background ? ('background' as const) : undefined,
      whole: image.isAlone ? wholeOf(value.declaration, mark) : undefined,
    };
    return imageAt(text, span, image.url, details) ?? [];
  });
}

/** A part of a vector file is no picture, and a variable of Sass in a URL is not yet known. */
function isWhole(url: string): boolean {
  return !/\.svg(?:\?[^#]*)?#|\$[\w-]/i.test(url);
}

function scaled({ width, height }: ImageDetails, density: number): ImageDetails {
  return {
    width: width && Math.round(width * density),
    height: height && Math.round(height * density),
  };
}

function wholeOf(declaration: Declaration | undefined, mark: number): ImageReference['whole'] {
  const { start, end } = declaration?.source ?? {};
  if (start === undefined || end === undefined) return undefined;
  return { start: start.offset + mark, end: end.offset + mark };
}

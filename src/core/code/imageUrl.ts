import { readPlaceholder } from './placeholder';

/** What can be said of an image's URL in a text without looking at any disk. */
export type ImageUrl =
  /** A file of the project; decoded, without query and fragment. */
  | { readonly kind: 'file'; readonly path: string }
  /** A service's picture; the size in px where the URL says it. */
  | { readonly kind: 'placeholder'; readonly width?: number; readonly height?: number }
  /** Remote, `data:`, a template, or no image by its name. */
  | { readonly kind: 'other' };

const OTHER: ImageUrl = { kind: 'other' };

/** Extensions that this extension can make or take for images. */
const IMAGE = /\.(png|jpe?g|webp|avif|gif|ico|svg)$/i;

/** Whether code that names this path names an image, by its extension. */
export function isImagePath(path: string): boolean {
  return IMAGE.test(path);
}

/** No file system takes longer paths; what is longer is data. */
const LONGEST_PATH = 4096;

/** Parts that a template language fills in before a browser sees the URL (braces, ERB, PHP), and patterns of many files. */
const TEMPLATE = /[{}*]|<[%?]/;

/** What bundlers fill in, `%PUBLIC_URL%` and `%sveltekit.assets%`: looked for where no escapes are left. */
const VARIABLE = /%[A-Z][A-Z0-9]*_[A-Z0-9_]*%|%sveltekit\./;

const SCHEME_OR_HOST = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/** Reads a URL as it stands in a text, its language's escapes resolved already. */
export function readImageUrl(url: string): ImageUrl {
  // As browsers do: blanks around a URL and line ends in it are no part of it, a backslash is a slash.
  const clean = url
    .trim()
    .replace(/[\t\r\n]/g, '')
    .replaceAll('\\', '/');
  if (TEMPLATE.test(clean)) return OTHER;
  if (SCHEME_OR_HOST.test(clean)) return readPlaceholder(clean) ?? OTHER;
  const path = decoded(clean.replace(/[?#].*$/s, ''));
  return VARIABLE.test(path) ? OTHER : imageFile(path);
}

/** Reads a path as a string of a program has it: nothing in it is encoded, nothing is cut off. */
export function readImagePath(path: string): ImageUrl {
  return TEMPLATE.test(path) || SCHEME_OR_HOST.test(path) ? OTHER : imageFile(path);
}

function imageFile(path: string): ImageUrl {
  const isFile = path.length <= LONGEST_PATH && isImagePath(path) && !/[\0\r\n]/.test(path);
  return isFile ? { kind: 'file', path } : OTHER;
}

/** Each run of escapes by itself: one that is no UTF-8 stays as it is, as a `%` that starts none does. */
function decoded(path: string): string {
  return path.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}

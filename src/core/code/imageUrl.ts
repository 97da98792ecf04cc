/** What can be said of an image's URL in a text without looking at any disk. */
export type ImageUrl =
  /** A file of the project; decoded, without query and fragment. */
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'placeholder'; readonly width?: number; readonly height?: number }
  /** Remote, `data:`, a template, or no image by its name. */
  | { readonly kind: 'other' };

/** Extensions that this extension can make or take for images. */
const IMAGE = /\.(png|jpe?g|webp|avif|gif|ico|svg)$/i;

/** Reads a URL as it stands in a text, its language's escapes resolved already. */
export function readImageUrl(url: string): ImageUrl {
  const trimmed = url.trim();
  if (trimmed === '' || trimmed.startsWith('#')) return { kind: 'other' };
  if (/^(\w[\w+.-]+:|\/\/)/.test(trimmed)) return { kind: 'other' };
  const bare = trimmed.replace(/[?#].*$/s, '');
  const path = decoded(bare);
  return IMAGE.test(path) ? { kind: 'file', path } : { kind: 'other' };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

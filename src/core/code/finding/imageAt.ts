import type { ImageReference, TextSpan } from '../imageReference';
import { readImageUrl } from '../imageUrl';
import type { ImageUrl } from '../imageUrl';

/** What a place says of its image besides the image itself; what is undefined is left out. */
export type ImageDetails = {
  readonly [K in keyof Omit<ImageReference, 'start' | 'end' | 'raw' | 'path' | 'isPlaceholder'>]?:
    ImageReference[K] | undefined;
};

/**
 * The reference in a span of a text, where what stands there means an image of the project or of a placeholder service.
 * `url` is what is written there with the language's escapes resolved. `read` is `readImagePath` where it is no URL.
 */
export function imageAt(
  text: string,
  { start, end }: TextSpan,
  url: string,
  details: ImageDetails = {},
  read: (url: string) => ImageUrl = readImageUrl,
): ImageReference | undefined {
  const image = read(url);
  if (image.kind === 'other') return undefined;
  const said = Object.fromEntries(
    Object.entries(details).filter(([, value]) => value !== undefined && value !== ''),
  ) as Partial<ImageReference>;
  const common = { syntax: 'url', ...said, start, end, raw: text.slice(start, end) } as const;
  if (image.kind === 'file') return { ...common, path: image.path };
  // The service's own numbers are the file's; those of the place are how large it is shown.
  const { width = common.width, height = common.height } = image;
  return {
    ...common,
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
    path: url.trim(),
    isPlaceholder: true,
  };
}

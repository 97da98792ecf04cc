import type { ImageReference } from '../../imageReference';
import { readImagePath } from '../../imageUrl';
import { imageAt } from '../imageAt';
import type { ImageDetails } from '../imageAt';
import { pixels } from '../pixels';
import { textUnder } from './dataTree';
import type { DataMap, DataNode, DataText } from './dataTree';
import { isImageKey, purposeOf } from './imageKeys';

/** Where in the data a node stands. */
interface Place {
  readonly keys: readonly string[];
  readonly map?: DataMap;
  /** What the nearest map around says that it is: its title or name. */
  readonly heading?: string | undefined;
}

/** What tools write, of which nobody wants to hear. */
const WRITTEN_BY_TOOLS = /(?:^|\/)(?:package-lock|npm-shrinkwrap|pnpm-lock|[^/]*\.lock)\.\w+$/;

/** Files whose paths are no URLs: of an app, of a package. */
const HAS_PATHS = /(?:^|\/)(?:pubspec|app|package|angular|project)\.(?:json|ya?ml)$/;

/**
 * The images that a JSON or YAML text names: paths to images, or URLs of placeholder services, under keys that speak of
 * an image (`icon`, `heroImage`, `images: […]`), and a Flutter app's assets.
 */
export function imagesInData(
  text: string,
  path: string,
  root: DataNode,
): readonly ImageReference[] {
  if (WRITTEN_BY_TOOLS.test(path)) return [];
  const found: ImageReference[] = [];
  visit(root, { keys: [] }, (node, place) => {
    const image = imageIn(text, path, node, place);
    if (image !== undefined) found.push(image);
  });
  return found;
}

function visit(node: DataNode, place: Place, found: (node: DataText, place: Place) => void): void {
  if (node.kind === 'text') found(node, place);
  else if (node.kind === 'list') for (const item of node.items) visit(item, place, found);
  else {
    const heading = textUnder(node, (key) => /^(?:title|(?:site_)?name)$/i.test(key));
    for (const [key, value] of node.entries) {
      const keys = [...place.keys, key];
      visit(value, { keys, map: node, heading: heading ?? place.heading }, found);
    }
  }
}

function imageIn(
  text: string,
  path: string,
  node: DataText,
  { keys, map, heading }: Place,
): ImageReference | undefined {
  const key = keys.at(-1) ?? '';
  // What a package's scripts are called says nothing of what they run.
  if (keys[0] === 'scripts') return undefined;
  const isAsset =
    /(?:^|\/)pubspec\.yaml$/.test(path) && /^flutter\/assets(?:\/path)?$/.test(keys.join('/'));
  if (!isImageKey(key) && !isAsset) return undefined;
  // Another package brings what is under its name.
  if (isAsset && node.value.startsWith('packages/')) return undefined;
  const purpose = purposeOf(keys);
  const details: ImageDetails = {
    purpose,
    alt: textUnder(map, (name) => isWordsFor(key, name)),
    heading,
    ...sizeIn(map, purpose),
  };
  return HAS_PATHS.test(path)
    ? imageAt(text, node.span, node.value, { ...details, syntax: 'path' }, readImagePath)
    : imageAt(text, node.span, node.value, details);
}

/** `alt`, `caption` or `label` beside an image, or `imageAlt` and `image_alt` beside `image`. */
function isWordsFor(key: string, name: string): boolean {
  if (/^(?:alt|alt[-_]?text|caption|label)$/i.test(name)) return true;
  const bare = name.replace(/[-_]?(?:alt|caption)$/i, '');
  return bare !== name && bare.toLowerCase() === key.toLowerCase();
}

/** The largest of a manifest's `sizes`, or what stands in `width` and `height`; a preview's is the usual one. */
function sizeIn(map: DataMap | undefined, purpose: ImageReference['purpose']): ImageDetails {
  const sides = [
    ...(textUnder(map, (key) => key === 'sizes') ?? '').matchAll(/(\d{1,5})x(\d{1,5})/gi),
  ]
    .map(([, width, height]) => ({ width: Number(width), height: Number(height) }))
    .sort((a, b) => b.width - a.width);
  if (sides[0] !== undefined) return sides[0];
  const side = (name: string) => pixels(textUnder(map, (key) => key === name));
  const own = { width: side('width'), height: side('height') };
  const isUnsaid = own.width === undefined && own.height === undefined;
  return isUnsaid && purpose === 'og-image' ? { width: 1200, height: 630 } : own;
}

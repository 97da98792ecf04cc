import type { AroundChange } from '../imageReference';
import type { GivenArgument } from './program/programCall';

/** A constructor of Flutter that shows the app's own images where another shows those of the web. */
export interface LocalConstructor {
  readonly name: string;
  /** The arguments by name that mean the same to both. */
  readonly takes: readonly string[];
}

const SHARED = [
  ...['key', 'width', 'height', 'fit', 'alignment', 'repeat', 'color', 'colorBlendMode'],
  ...['filterQuality', 'matchTextDirection'],
];

/** For `Image.network`, https://api.flutter.dev/flutter/widgets/Image/Image.asset.html; what loads slowly is shown in no other way. */
export const ownImage: LocalConstructor = {
  name: 'Image.asset',
  takes: [
    ...SHARED,
    ...['scale', 'frameBuilder', 'errorBuilder', 'semanticLabel', 'excludeFromSemantics'],
    ...['opacity', 'centerSlice', 'gaplessPlayback', 'isAntiAlias', 'cacheWidth', 'cacheHeight'],
  ],
};

/** For `CachedNetworkImage` of pub.dev. */
export const ownCachedImage: LocalConstructor = { name: 'Image.asset', takes: SHARED };

/** For providers of images, https://api.flutter.dev/flutter/painting/AssetImage-class.html */
export const ownProvider: LocalConstructor = { name: 'AssetImage', takes: [] };

/** What changes around the image's argument so that it names an image of the app; `undefined` where that is not the same. */
export function changesAround(
  text: string,
  called: { readonly name: string; readonly start: number },
  given: readonly GivenArgument[],
  { argument, local }: { readonly argument?: string; readonly local?: LocalConstructor },
): readonly AroundChange[] | undefined {
  const image = given.find(({ name }) => name === argument);
  const others = given.filter((one) => one !== image);
  const value = image?.tokens[0];
  const isSame = others.every(({ name }) => name !== undefined && local?.takes.includes(name));
  if (local === undefined || image === undefined || value === undefined || !isSame)
    return undefined;
  const end = called.start + called.name.length;
  // Blanks or a comment between the parts of a name are rare enough to be left to a person.
  if (text.slice(called.start, end) !== called.name) return undefined;
  const changes = [{ start: called.start, end, raw: called.name, text: local.name }];
  if (argument === undefined) return changes;
  // The asset's path has no name; `imageUrl: ` goes, up to the string's quote.
  const label = /^\w+\s*:\s*/.exec(text.slice(image.start))?.[0] ?? '';
  const labelled = { start: image.start, end: image.start + label.length, raw: label, text: '' };
  return label === '' ? undefined : [...changes, labelled];
}

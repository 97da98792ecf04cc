import type { ImageReference } from '../imageReference';
import { readImagePath, readImageUrl } from '../imageUrl';
import type { ImageUrl } from '../imageUrl';
import { changesAround, ownCachedImage, ownImage, ownProvider } from './dartAssets';
import type { LocalConstructor } from './dartAssets';
import { imageAt } from './imageAt';
import type { ImageDetails } from './imageAt';
import { pixels } from './pixels';
import { argumentsAt, isMark, plainString } from './program/programCall';
import type { GivenArgument } from './program/programCall';
import { programTokens } from './program/programTokens';
import type { ProgramToken } from './program/programTokens';

/** Which argument of a constructor of Flutter names an image: the first one without a name, or that of a name. */
interface NamedImage {
  readonly argument?: string;
  readonly isRemote?: true;
  /** What shows the app's own images in its place. */
  readonly local?: LocalConstructor;
}

/** https://api.flutter.dev/flutter/widgets/Image-class.html; cached_network_image of pub.dev */
const CONSTRUCTORS: Readonly<Record<string, readonly NamedImage[]>> = {
  'Image.asset': [{}],
  AssetImage: [{}],
  ExactAssetImage: [{}],
  'Image.network': [{ isRemote: true, local: ownImage }],
  NetworkImage: [{ isRemote: true, local: ownProvider }],
  CachedNetworkImage: [{ argument: 'imageUrl', isRemote: true, local: ownCachedImage }],
  CachedNetworkImageProvider: [{ isRemote: true, local: ownProvider }],
  'FadeInImage.assetNetwork': [{ argument: 'placeholder' }, { argument: 'image', isRemote: true }],
};

/** The images that a Flutter app's code shows: those of its own assets, and placeholder services'. */
export function findInDart(text: string): readonly ImageReference[] {
  const tokens = programTokens(text, 'dart');
  const found: ImageReference[] = [];
  for (const i of tokens.keys()) {
    const name = constructorAt(tokens, i);
    if (!Object.hasOwn(CONSTRUCTORS, name)) continue;
    const given = argumentsAt(tokens, name.includes('.') ? i + 3 : i + 1) ?? [];
    // A library's prefix does not fit the constructor of another.
    const isPrefixed = isMark(tokens[i - 1], '.') && name.startsWith('Cached');
    const called = { name, start: tokens[i]?.start ?? 0 };
    for (const image of CONSTRUCTORS[name] ?? []) {
      const around = isPrefixed ? undefined : changesAround(text, called, given, image);
      const reference = imageIn(text, given, image, around);
      if (reference !== undefined) found.push(reference);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** `Image.asset`, or a name alone. */
function constructorAt(tokens: readonly ProgramToken[], i: number): string {
  const [type, dot, name] = tokens.slice(i, i + 3);
  if (type?.kind !== 'word') return '';
  const isNamed = isMark(dot, '.') && name?.kind === 'word';
  return isNamed ? `${type.value ?? ''}.${name.value ?? ''}` : (type.value ?? '');
}

function imageIn(
  text: string,
  given: readonly GivenArgument[],
  { argument, isRemote }: NamedImage,
  around: ImageReference['around'],
): ImageReference | undefined {
  const string = plainString(given.find(({ name }) => name === argument));
  // What another package brings is not this project's.
  const isForeign = given.some(({ name }) => name === 'package');
  if (string === undefined || isForeign || string.value.startsWith('packages/')) return undefined;
  const said = (name: string) => given.find((one) => one.name === name);
  const details: ImageDetails = {
    alt: plainString(said('semanticLabel'))?.value,
    width: length(said('width')),
    height: length(said('height')),
    // What takes a web address's place is a path, too.
    syntax: 'path',
    isWebOnly: isRemote,
    around,
  };
  return imageAt(
    text,
    string,
    string.value,
    details,
    isRemote === true ? readRemote : readImagePath,
  );
}

function readRemote(url: string): ImageUrl {
  const image = readImageUrl(url);
  return image.kind === 'placeholder' ? image : { kind: 'other' };
}

function length(argument: GivenArgument | undefined): number | undefined {
  const [token, ...rest] = argument?.tokens ?? [];
  return token?.kind === 'number' && rest.length === 0 ? pixels(token.value) : undefined;
}

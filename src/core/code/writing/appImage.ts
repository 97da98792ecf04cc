import { writtenPath } from '../writtenPath';
import { oneLine } from '../nameWords';
import type { WriteReference } from './picture';
import { inDart, inKotlin, inSwift } from './stringEscapes';

/** Flutter's widget of an asset. */
export const dartImage: WriteReference = ({ path, alt, width, height }, at) => {
  const words = oneLine(alt);
  const parts = [
    `'${inDart(writtenPath(path, at, at.project, 'path'), "'")}'`,
    ...(width === undefined ? [] : [`width: ${String(width)}`]),
    ...(height === undefined ? [] : [`height: ${String(height)}`]),
    ...(words === '' ? [] : [`semanticLabel: '${inDart(words, "'")}'`]),
  ];
  return { text: `Image.asset(${parts.join(', ')})` };
};

/** A picture of an asset catalogue, for SwiftUI or UIKit. */
export const swiftImage: WriteReference = ({ path }, at) => {
  const name = inSwift(writtenPath(path, at, at.project, 'resource'));
  const isUiKit = /^\s*import\s+UIKit\b/m.test(at.text) && !/^\s*import\s+SwiftUI\b/m.test(at.text);
  return { text: isUiKit ? `UIImage(named: "${name}")` : `Image("${name}")` };
};

/** A drawable, as Compose paints it or by its number; a file that is no resource by its path. */
export const kotlinImage: WriteReference = ({ path }, at) => {
  const resource = androidResource(path);
  if (resource === undefined) {
    return { text: `"${inKotlin(writtenPath(path, at, at.project, 'path'))}"` };
  }
  const name = `R.${resource.kind}.${resource.name}`;
  const isCompose = /\bandroidx\.compose\b|@Composable\b/.test(at.text);
  return { text: isCompose ? `painterResource(${name})` : name };
};

/** `@drawable/name`; a file that is no resource by its path. */
export const androidXmlImage: WriteReference = ({ path }, at) => {
  const resource = androidResource(path);
  return {
    text:
      resource === undefined
        ? writtenPath(path, at, at.project, 'url')
        : `@${resource.kind}/${resource.name}`,
  };
};

/** What Android makes of a file in its `res` folder. */
function androidResource(
  path: string,
): { readonly kind: string; readonly name: string } | undefined {
  const [, kind, name] =
    /\/res\/(drawable|mipmap)(?:-[\w+-]+)?\/([a-z]\w*)(?:\.9)?\.\w+$/.exec(path) ?? [];
  return kind === undefined || name === undefined ? undefined : { kind, name };
}

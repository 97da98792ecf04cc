import { describe, expect, it } from 'vitest';

import { findInDart } from '../../../../src/core/code/finding/findInDart';

const URL = 'https://placehold.co/60';

/** The text with an image of the app in the place of the one that it names; `undefined` where nothing safe is known. */
function localized(text: string): string | undefined {
  const reference = findInDart(text).find(({ isPlaceholder }) => isPlaceholder === true);
  expect(reference?.isWebOnly).toBe(true);
  if (reference?.around === undefined) return undefined;
  const edits = [...reference.around, { ...reference, text: 'assets/a.png' }];
  let result = text;
  for (const { start, end, raw, text: by } of edits.sort((a, b) => b.start - a.start)) {
    expect(text.slice(start, end)).toBe(raw);
    result = result.slice(0, start) + by + result.slice(end);
  }
  return result;
}

describe('an image of the web in a Flutter app', () => {
  it.each([
    [`Image.network('${URL}')`, "Image.asset('assets/a.png')"],
    [
      `m.Image.network("${URL}", width: 60, fit: BoxFit.cover, semanticLabel: 'A boat')`,
      `m.Image.asset("assets/a.png", width: 60, fit: BoxFit.cover, semanticLabel: 'A boat')`,
    ],
    [
      `const Image(image: NetworkImage('${URL}'))`,
      "const Image(image: AssetImage('assets/a.png'))",
    ],
    [
      `CachedNetworkImage(\n  width: 60,\n  imageUrl: '${URL}',\n)`,
      "Image.asset(\n  width: 60,\n  'assets/a.png',\n)",
    ],
    [`CachedNetworkImageProvider('${URL}')`, "AssetImage('assets/a.png')"],
  ])('%s becomes one of the app', (text, expected) => {
    const changed = localized(text) ?? '';
    expect(changed).toBe(expected);
    expect(findInDart(changed).map(({ path }) => path)).toEqual(['assets/a.png']);
  });

  it.each([
    `Image.network('${URL}', loadingBuilder: (c, w, p) => w)`,
    `Image.network('${URL}', headers: {'a': 'b'})`,
    `NetworkImage('${URL}', scale: 2)`,
    `CachedNetworkImage(imageUrl: '${URL}', placeholder: (c, u) => Text('…'))`,
    `cached.CachedNetworkImage(imageUrl: '${URL}')`,
    `FadeInImage.assetNetwork(placeholder: 'a.png', image: '${URL}')`,
    `Image /* of the web */ .network('${URL}')`,
  ])('%s is left to a person', (text) => {
    expect(localized(text)).toBeUndefined();
  });
});

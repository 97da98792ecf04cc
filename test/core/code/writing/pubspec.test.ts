import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { assetsInPubspec } from '../../../../src/core/code/writing/pubspec';
import { applied } from './writing';

const path = 'assets/img/a b.png';

function withAsset(text: string): string {
  const edit = assetsInPubspec(text, [path]);
  return edit === undefined ? text : applied(text, [edit]);
}

function assetsIn(text: string): unknown {
  return (parse(text) as { flutter: { assets: unknown } }).flutter.assets;
}

describe('an asset in pubspec.yaml', () => {
  it('is one line more, and all else stays as it is', () => {
    const text =
      'name: a # mine\n\nflutter:\n  # of the app\n  assets:\n  - assets/logo.png # old\n\n  uses-material-design: true\n';
    expect(withAsset(text)).toBe(text.replace('# old\n', '# old\n  - assets/img/a b.png\n'));
  });

  it.each([
    ['without Flutter', 'name: a\n', [path]],
    ['with an empty Flutter', 'name: a\nflutter:\n', [path]],
    ['with an empty Flutter before others', 'flutter:\n\nname: a\n', [path]],
    ['without assets', 'flutter:\n  uses-material-design: true\ndev: 1\n', [path]],
    ['with empty assets', 'flutter:\n  assets:\n  generate: true\n', [path]],
    ['with assets in brackets', 'flutter:\n  assets: [a.png]\n', ['a.png', path]],
    ['without a line end', 'flutter:\n  assets:\n    - a.png', ['a.png', path]],
    [
      'with an asset that has conditions',
      'flutter:\n  assets:\n    - path: a/\n      flavors: [b]\nc: 1\n',
      [{ path: 'a/', flavors: ['b'] }, path],
    ],
    ['with another folder', 'flutter:\n  assets:\n    - assets/\n', ['assets/', path]],
  ])('is there after a change of one %s', (_, text, assets) => {
    expect(assetsIn(withAsset(text))).toEqual(assets);
  });

  it.each([
    ['has it', 'flutter:\n  assets:\n    - assets/img/a b.png\n'],
    ['has its folder', 'flutter:\n  assets:\n    - path: assets/img/\n'],
    ['is broken', 'flutter: [\n'],
    ['is empty', ''],
  ])('is not written into one that %s', (_, text) => {
    expect(assetsInPubspec(text, [path])).toBeUndefined();
  });
});

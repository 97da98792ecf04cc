import { describe, expect, it } from 'vitest';

import { findInJson } from '../../../../src/core/code/finding/findInJson';
import { findInYaml } from '../../../../src/core/code/finding/findInYaml';
import { expectExactSpans } from './exactSpans';

function pathsIn(text: string, path: string): readonly string[] {
  const find = path.endsWith('.json') || path.endsWith('.webmanifest') ? findInJson : findInYaml;
  const found = find(text, path);
  expectExactSpans(text, found, (changed) => find(changed, path));
  return found.map((reference) => reference.path);
}

const MANIFEST = `{
  "name": "Boats",
  "start_url": "/a.png",
  "icons": [
    { "src": "icons/192.png", "sizes": "192x192", "type": "image/png" },
    { "src": "/icons/any.png", "sizes": "48x48 512x512" }
  ],
  "screenshots": [{ "src": "shots/wide.webp", "sizes": "1280x720", "label": "The harbour" }],
  "shortcuts": [{ "name": "Sail", "url": "/sail", "icons": [{ "src": "sail.png", "sizes": "96x96" }] }]
}`;

describe('findInJson', () => {
  it('reads a web manifest', () => {
    const found = findInJson(MANIFEST, 'site/manifest.webmanifest');
    expect(pathsIn(MANIFEST, 'site/manifest.webmanifest')).toHaveLength(4);
    expect(found).toMatchObject([
      { path: 'icons/192.png', width: 192, height: 192, purpose: 'icon', heading: 'Boats' },
      { path: '/icons/any.png', width: 512, height: 512, purpose: 'icon' },
      { path: 'shots/wide.webp', width: 1280, height: 720, alt: 'The harbour' },
      { path: 'sail.png', width: 96, purpose: 'icon', heading: 'Sail' },
    ]);
  });

  it('reads the configuration of an Expo app, whose paths are no URLs', () => {
    const text = `{ "expo": { "name": "Boats", "icon": "./assets/icon 100%20.png", "splash": { "image": "./assets/splash.png" },
      "android": { "adaptiveIcon": { "foregroundImage": "./assets/fg.png", "backgroundColor": "#fff" } },
      "web": { "favicon": "./assets/favicon.png" }, "assetBundlePatterns": ["assets/*.png"] } }`;
    expect(pathsIn(text, 'app.json')).toEqual([
      './assets/icon 100%20.png',
      './assets/splash.png',
      './assets/fg.png',
      './assets/favicon.png',
    ]);
  });

  it.each<[string, string[]]>([
    ['{ "image": "a.png" }', ['a.png']],
    [
      '{ "heroImage": "a.png", "logo_dark": "b.svg", "ogImage": "/c.png" }',
      ['a.png', 'b.svg', '/c.png'],
    ],
    [
      '{ "images": ["a.png", "b.png"], "gallery": [{ "src": "c.png" }] }',
      ['a.png', 'b.png', 'c.png'],
    ],
    ['{ "image": "img\\/\\u0061.png" }', ['img/a.png']],
    ['// c\n{ "image": "a.png", /* "icon": "b.png" */ }', ['a.png']],
    ['{ "imageUrl": "https://placehold.co/400" }', ['https://placehold.co/400']],
    ['\uFEFF{ "图片": 1, "image": "船.png" }', ['船.png']],
    ['{\r\n  "image":\r\n "a.png"\r\n}', ['a.png']],
    ['{ "image": "a.png", "x": [', ['a.png']],
  ])('finds in %j', (text, expected) => {
    expect(pathsIn(text, 'data.json')).toEqual(expected);
  });

  it.each([
    '{ "description": "a.png", "files": ["b.png"], "main": "c.png", "url": "d.png" }',
    '{ "image": "nginx:latest", "icon": "home", "cover": true, "logo": null }',
    '{ "image": "https://example.org/a.png" }',
    '{ "image": "data:image/png;base64,AA.png" }',
    '{ "compilerOptions": { "paths": { "*.png": ["a.png"] } } }',
    '{ "scripts": { "icon": "convert a.png b.ico" } }',
    '"a.png"',
    '["a.png"]',
    '',
    '{',
    '[[[',
    '[{'.repeat(20_000),
  ])('takes none from text %#', (text) => {
    expect(findInJson(text, 'data.json')).toEqual([]);
  });

  it('does not look through what tools write', () => {
    for (const path of ['package-lock.json', 'assets/flux-assets.lock.json'])
      expect(findInJson('{ "icon": "a.png" }', path)).toEqual([]);
  });
});

describe('findInYaml', () => {
  it.each<[string, string[]]>([
    ['image: a.png', ['a.png']],
    ['image: "a b.png" # "c.png"\nicon: \'it\'\'s.png\'', ['a b.png', "it's.png"]],
    ['# image: a.png\ncover:\n  image: &x a.png\n  alt: A boat\nother: *x', ['a.png']],
    ['hero:\n  image:\n    src: /a.png\n    alt: A boat', ['/a.png']],
    ['images:\n  - a.png\n  - src: b.png', ['a.png', 'b.png']],
    ['theme: { logo: img/a.svg, favicon: "img/b.ico" }', ['img/a.svg', 'img/b.ico']],
    ['a: 1\n---\nimage: a.png', ['a.png']],
    ['image: !!str a.png', ['a.png']],
    ['\uFEFFimage: a.png\r\nicon: b.png\r\n', ['a.png', 'b.png']],
    ['x: !!python/name:f\nimage: 图片/船.png', ['图片/船.png']],
    ['image: "\\u0061.png"', ['a.png']],
    ['image: https://picsum.photos/200', ['https://picsum.photos/200']],
    ['image: a.png\nb: [', ['a.png']],
  ])('finds in %j', (text, expected) => {
    expect(pathsIn(text, 'data.yml')).toEqual(expected);
  });

  it.each([
    'title: a.png\nfile: b.png',
    'image: nginx:1.2\nicon: home',
    'image: |\n  a.png\n',
    'image: >-\n  a.png\n',
    'run: |\n  image: a.png\n',
    'image: https://example.org/a.png',
    'image: "{{ base }}/a.png"',
    '- a.png',
    'a: [',
    '\t',
    '&a [*a]',
    '[{'.repeat(20_000),
  ])('takes none from text %#', (text) => {
    expect(findInYaml(text, 'data.yaml')).toEqual([]);
  });

  it('reads the assets of a Flutter app, not its folders', () => {
    const text = `name: boats
flutter:
  uses-material-design: true
  assets:
    - assets/logo.png
    - assets/photos/
    - path: assets/red boat.webp
      flavors: [a]
    - packages/shared/a.png
    - assets/data.json
  fonts:
    - family: X
      fonts: [{ asset: fonts/x.png }]
flutter_launcher_icons:
  image_path: assets/icon.png
`;
    const paths = ['assets/logo.png', 'assets/red boat.webp', 'assets/icon.png'];
    expect(pathsIn(text, 'app/pubspec.yaml')).toEqual(paths);
    expect(pathsIn(text, 'other.yaml')).toEqual(['assets/icon.png']);
    expect(findInYaml(text, 'pubspec.yaml').map(({ syntax }) => syntax)).toEqual(
      paths.map(() => 'path'),
    );
  });

  it('takes words and size from beside the image', () => {
    const text = `title: Boats\nimage: a.png\nimage_alt: A red boat\nsocialImage: b.png
logo: { src: c.png, alt: Our mark, width: 64px, height: 32 }`;
    expect(findInYaml(text, 'index.md')).toMatchObject([
      { path: 'a.png', alt: 'A red boat', heading: 'Boats' },
      { path: 'b.png', purpose: 'og-image', width: 1200, height: 630 },
      { path: 'c.png', alt: 'Our mark', width: 64, height: 32 },
    ]);
  });
});

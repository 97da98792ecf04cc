import parseSrcset from '@prettier/parse-srcset';
import { parseFragment } from 'parse5';
import { expect, test } from 'vitest';

import {
  headTags,
  manifestIcons,
  srcset,
  type LinkedFile,
} from '../../../src/core/assets/fileSnippets';

const size = { width: 512, height: 512 };
const icons: readonly LinkedFile[] = [
  { url: '/favicon.ico', size, role: 'favicon' },
  { url: '/icon-512.png', size, role: 'appIcon' },
  { url: '/icon-maskable-512.png', size, role: 'maskableIcon' },
  { url: '/apple-touch-icon.png', size, role: 'appleTouchIcon' },
];

function attributesOf(html: string): readonly Record<string, string>[] {
  return parseFragment(html).childNodes.flatMap((node) =>
    'attrs' in node ? [Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]))] : [],
  );
}

test('a srcset is read as it is meant', () => {
  const files = [
    { url: 'img/a,b.webp', size, density: 1 },
    { url: 'img/a,b@2x.webp', size, density: 2 },
  ];
  expect(parseSrcset(srcset(files))).toMatchObject([
    { source: { value: 'img/a%2Cb.webp' }, density: { value: 1 } },
    { source: { value: 'img/a%2Cb@2x.webp' }, density: { value: 2 } },
  ]);
});

test('the head links what browsers look for', () => {
  expect(attributesOf(headTags(icons, '/manifest.webmanifest'))).toEqual([
    { rel: 'icon', href: '/favicon.ico', sizes: '16x16 32x32 48x48' },
    { rel: 'apple-touch-icon', href: '/apple-touch-icon.png' },
    { rel: 'manifest', href: '/manifest.webmanifest' },
  ]);
  const card: LinkedFile = {
    url: '/a&b"-og.jpg',
    size: { width: 1200, height: 630 },
    role: 'ogCard',
  };
  expect(attributesOf(headTags([card]))).toEqual([
    { property: 'og:image', content: '/a&b"-og.jpg' },
    { property: 'og:image:width', content: '1200' },
    { property: 'og:image:height', content: '630' },
  ]);
});

test('the manifest names the icons of the app alone', () => {
  expect(manifestIcons(icons)).toEqual([
    { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
    { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ]);
});

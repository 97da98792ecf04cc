import { expect, it, test } from 'vitest';

import { draftOfReference } from '../../../src/core/code/imageDraft';
import type { ImageReference } from '../../../src/core/code/imageReference';
import { wordsOfPath } from '../../../src/core/code/nameWords';

function reference(more: Partial<ImageReference>): ImageReference {
  const { path = 'images/hero-banner.webp' } = more;
  return { start: 0, end: 1, raw: path, path, syntax: 'url', ...more };
}

it.each<readonly [string, Partial<ImageReference>, object]>([
  ['its own words', { alt: 'A red  boat' }, { prompt: 'A red boat' }],
  ['its name', {}, { prompt: 'hero banner' }],
  ['its name, where its words say nothing', { alt: 'image' }, { prompt: 'hero banner' }],
  ['the heading and its name', { heading: 'Our team' }, { prompt: 'Our team: hero banner' }],
  ['the heading alone', { heading: 'Our team', path: 'img/1.png' }, { prompt: 'Our team' }],
  ['its folder', { path: '/public/coffee-beans/image-01.png' }, { prompt: 'coffee beans' }],
  [
    'its size',
    { alt: 'A boat', width: 40, height: 30 },
    { prompt: 'A boat', width: 40, height: 30 },
  ],
  [
    'a card',
    { purpose: 'og-image', path: 'og.png' },
    { prompt: 'og, social media card', width: 1200, height: 630 },
  ],
  [
    'a card of another size',
    { purpose: 'og-image', alt: 'A boat', width: 800 },
    { prompt: 'A boat', width: 800 },
  ],
  [
    'an icon',
    { purpose: 'icon', path: 'icons/icon-192.png', width: 192, height: 192 },
    { prompt: 'icon', width: 192, height: 192 },
  ],
  [
    'a background',
    { purpose: 'background', path: 'img/dunes.jpg' },
    { prompt: 'dunes, background' },
  ],
  [
    'a background that says so',
    { purpose: 'background', path: 'hero-background.jpg' },
    { prompt: 'hero background' },
  ],
  ['nothing at all', { path: 'images/1200x630.png' }, { prompt: 'An image' }],
  ['nothing but a purpose', { path: '1.png', purpose: 'poster' }, { prompt: 'still of a video' }],
  [
    'the text of a placeholder',
    {
      isPlaceholder: true,
      raw: 'https://placehold.co/600x400?text=Our+team&amp;font=roboto',
      path: 'https://placehold.co/600x400',
    },
    { prompt: 'Our team' },
  ],
  [
    'the heading above a placeholder',
    {
      isPlaceholder: true,
      raw: 'https://picsum.photos/200',
      path: 'https://picsum.photos/200',
      heading: 'News',
    },
    { prompt: 'News' },
  ],
])('the draft has %s', (_what, more, expected) => {
  expect(draftOfReference(reference(more))).toEqual(expected);
});

test.each([
  ['assets/hero-banner@2x.png', 'hero banner'],
  ['HeroBanner.tsx.png', 'hero banner tsx'],
  ['src/XMLHttpIcon.svg', 'xml http icon'],
  ['team_member.3f9a2c1d.webp', 'team member'],
  ['icon-512x512.png', 'icon'],
  ['../../img/Füller-Foto.jpg', 'füller foto'],
  ['产品/主图.png', '主图'],
  ['2024/01.png', ''],
  ['', ''],
])('the words of %s', (path, words) => {
  expect(wordsOfPath(path)).toBe(words);
});

import { describe, expect, it } from 'vitest';

import { readImagePath, readImageUrl } from '../../../src/core/code/imageUrl';

describe('readImageUrl', () => {
  it.each([
    ['img/a.png', 'img/a.png'],
    ['./a.JPG', './a.JPG'],
    ['/a.webp?v=2#top', '/a.webp'],
    [' a.avif\n', 'a.avif'],
    ['img\\a.gif', 'img/a.gif'],
    ['red%20boat%20%281%29.png', 'red boat (1).png'],
    ['%E8%88%B9.svg', '船.svg'],
    ['船.ico', '船.ico'],
    ['%E8%88%B9_%28A%29.png', '船_(A).png'],
    ['100%.png', '100%.png'],
    ['%FF/a%20b.png', '%FF/a b.png'],
    ['a%3Ab%7B.png', 'a:b{.png'],
    ['@/assets/a.jpeg', '@/assets/a.jpeg'],
    ['logo.svg?react', 'logo.svg'],
  ])('%j is the file %j', (url, path) => {
    expect(readImageUrl(url)).toEqual({ kind: 'file', path });
  });

  it.each([
    '',
    ' ',
    '#top',
    '#a.png',
    '?a.png',
    'a.html',
    'png',
    'a.png.txt',
    'a.png/',
    'https://example.org/a.png',
    'HTTP://example.org/a.png',
    '//example.org/a.png',
    '\\\\host\\a.png',
    'data:image/png;base64,iVBO.png',
    'blob:a.png',
    'file:///a.png',
    'C:\\a.png',
    'package:app/a.png',
    '{{ page.image }}.png',
    '{{ x }}/a.png',
    '${base}/a.png',
    '#{$base}/a.png',
    '{name}.png',
    '<%= x %>.png',
    '<?php x ?>/a.png',
    '{% static "a.png" %}',
    '%PUBLIC_URL%/a.png',
    '%BASE_URL%a.png',
    '%sveltekit.assets%/a.png',
    'img/*.png',
    'a%00.png',
    `${'a'.repeat(5000)}.png`,
  ])('%j is no file', (url) => {
    expect(readImageUrl(url)).toEqual({ kind: 'other' });
  });

  it('takes no time for text that is no URL', () => {
    for (const url of ['%'.repeat(1e6), '%41'.repeat(3e5), '/'.repeat(1e6), '\n'.repeat(1e6)]) {
      const before = performance.now();
      readImageUrl(`x${url}x`);
      readImageUrl(`https://placehold.co/${url}x`);
      expect(performance.now() - before).toBeLessThan(1000);
    }
  });
});

describe('readImagePath', () => {
  it('takes a path as it is', () => {
    expect(readImagePath('a%20b #1?.png')).toEqual({ kind: 'file', path: 'a%20b #1?.png' });
  });

  it.each(['a.png?v=1', 'https://placehold.co/600x400.png', 'package:a/b.png', 'a{x}.png'])(
    'does not take %j',
    (path) => {
      expect(readImagePath(path)).toEqual({ kind: 'other' });
    },
  );
});

import { expect, test } from 'vitest';

import { planFiles, type FileChoice, type SourcePicture } from '../../../src/core/assets/filePlan';

const hero: SourcePicture = { stem: 'hero', format: 'png', width: 1920, height: 1080 };
const names = (choice: FileChoice, picture = hero) =>
  planFiles(choice, picture).files.map(({ name }) => name);

test.each<[FileChoice, readonly string[]]>([
  [{ kind: 'format', format: 'webp' }, ['hero.webp']],
  [{ kind: 'format', format: 'jpeg', quality: 70 }, ['hero.jpg']],
  [{ kind: 'exact', format: 'avif', width: 640, fit: 'cover' }, ['hero-640x360.avif']],
  [{ kind: 'exact', format: 'png', width: 640, height: 640, fit: 'contain' }, ['hero-640x640.png']],
  [{ kind: 'exact', format: 'webp', width: 1920, height: 1080, fit: 'cover' }, ['hero.webp']],
  [
    { kind: 'densities', format: 'webp', width: 640 },
    ['hero.webp', 'hero@2x.webp', 'hero@3x.webp'],
  ],
  [
    { kind: 'densities', format: 'png', width: 640 },
    ['hero-640.png', 'hero-640@2x.png', 'hero-640@3x.png'],
  ],
  [{ kind: 'favicon' }, ['favicon.ico']],
  [
    { kind: 'icons' },
    [
      'favicon.ico',
      'icon-192.png',
      'icon-512.png',
      'icon-maskable-512.png',
      'apple-touch-icon.png',
    ],
  ],
  [{ kind: 'ogCard' }, ['hero-og.jpg']],
])('%j makes %j', (choice, wanted) => {
  expect(names(choice)).toEqual(wanted);
});

test('no file is named as the picture itself', () => {
  expect(names({ kind: 'format', format: 'png' })).toEqual(['hero-smaller.png']);
  const icon = { ...hero, stem: 'icon-512' };
  expect(names({ kind: 'icons' }, icon)).not.toContain('icon-512.png');
});

test('densities have the multiples of the width, and the shape of the picture', () => {
  const { files } = planFiles({ kind: 'densities', format: 'webp', width: 640, quality: 75 }, hero);
  expect(files.map(({ size, density }) => [density, size])).toEqual([
    [1, { width: 640, height: 360 }],
    [2, { width: 1280, height: 720 }],
    [3, { width: 1920, height: 1080 }],
  ]);
  expect(files[1]?.recipe).toEqual({ format: 'webp', quality: 75, width: 1280 });
});

test('densities that would enlarge the picture are left out, the first is marked', () => {
  const plan = planFiles({ kind: 'densities', format: 'webp', width: 900 }, hero);
  expect(plan.files.map(({ name }) => name)).toEqual(['hero.webp', 'hero@2x.webp']);
  expect(plan.leftOut.map(({ name }) => name)).toEqual(['hero@3x.webp']);
  const large = planFiles({ kind: 'densities', format: 'webp', width: 2000 }, hero);
  expect(large.files).toMatchObject([{ name: 'hero.webp', isEnlarged: true }]);
});

test('icons of a small picture are made and marked', () => {
  const { files } = planFiles({ kind: 'icons' }, { ...hero, width: 256, height: 256 });
  expect(files.filter(({ isEnlarged }) => isEnlarged).map(({ name }) => name)).toEqual([
    'icon-512.png',
    'icon-maskable-512.png',
  ]);
});

test('a card for links is cut to its shape, which a low picture is too small for', () => {
  const { files } = planFiles({ kind: 'ogCard' }, hero);
  expect(files).toMatchObject([{ size: { width: 1200, height: 630 }, isEnlarged: false }]);
  expect(planFiles({ kind: 'ogCard' }, { ...hero, height: 500 }).files[0]?.isEnlarged).toBe(true);
});

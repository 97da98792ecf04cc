import { describe, expect, it } from 'vitest';

import type { CodeLanguage } from '../../../src/core/code/language';
import { filesMeantBy, plainProject, type Project } from '../../../src/core/code/project';
import { writtenPath } from '../../../src/core/code/writtenPath';

const site = (kind: Project['kind'], ...servedFolders: string[]): Project => ({
  root: '/w',
  kind,
  servedFolders,
});
const vite = site('vite', 'public');
const at = (path: string, language: CodeLanguage = 'html') => ({ path, language });

describe('the file that a reference means', () => {
  it.each<[string, string, ReturnType<typeof at>, Project, string]>([
    ['a root URL of a Vite app', '/a.png', at('/w/index.html'), vite, '/w/public/a.png'],
    ['a source by its root URL', '/src/a.png', at('/w/index.html'), vite, '/w/src/a.png'],
    [
      'a root URL of a SvelteKit app',
      '/a.png',
      at('/w/src/a.svelte', 'svelte'),
      site('sveltekit', 'static'),
      '/w/static/a.png',
    ],
    [
      'a root URL of a plain site',
      '/i/a.png',
      at('/w/sub/p.html'),
      plainProject('/w'),
      '/w/i/a.png',
    ],
    [
      'a root URL in a served page',
      '/a.png',
      at('/w/static/p.html'),
      site('nuxt', 'public', 'static'),
      '/w/static/a.png',
    ],
    ...(['rst', 'markdown'] as const).map(
      (language): [string, string, ReturnType<typeof at>, Project, string] => [
        `a path from the source folder of Sphinx in ${language}`,
        '/i/a.png',
        at('/w/docs/source/guide/p', language),
        { ...site('sphinx'), root: '/w/docs/source' },
        '/w/docs/source/i/a.png',
      ],
    ),
    ['a relative path', '../i/a.png', at('/w/docs/p.md', 'markdown'), vite, '/w/i/a.png'],
    ["a component's own URL", 'a.png', at('/w/src/A.tsx', 'jsx'), vite, '/w/public/a.png'],
    [
      'an asset of Flutter',
      'assets/a.png',
      at('/w/lib/p.dart', 'dart'),
      site('flutter'),
      '/w/assets/a.png',
    ],
    [
      "SvelteKit's $lib",
      '$lib/a.png',
      at('/w/src/routes/a.svelte', 'svelte'),
      site('sveltekit', 'static'),
      '/w/src/lib/a.png',
    ],
  ])('is told for %s', (_, path, from, project, file) => {
    expect(filesMeantBy({ path, syntax: 'url' }, from, project)[0]).toBe(file);
  });

  it.each<[string, string, boolean]>([
    ['an alias of a bundler', '@/a.png', false],
    ['a package', 'pkg/a.png', true],
    ['a path above the disk', '../../../a.png', false],
  ])('is not told for %s', (_, path, isModule) => {
    const reference = { path, syntax: 'url' as const, ...(isModule ? { isModule } : {}) };
    expect(filesMeantBy(reference, at('/w/src/A.tsx', 'jsx'), vite)).toEqual([]);
  });

  it('is a drawable of the source set, in any density', () => {
    const files = filesMeantBy(
      { path: '@drawable/hero', syntax: 'resource' },
      at('/w/app/src/debug/res/layout/a.xml', 'androidXml'),
      { root: '/w/app', kind: 'android', servedFolders: [] },
    );
    expect(files[0]).toBe('/w/app/src/debug/res/drawable/hero.png');
    expect(files).toContain('/w/app/src/debug/res/drawable-xxhdpi/hero.webp');
  });

  it('is an image set of a catalogue', () => {
    const files = filesMeantBy(
      { path: 'hero', syntax: 'resource' },
      at('/w/App/V.swift', 'swift'),
      { root: '/w', kind: 'xcode', servedFolders: [], catalogues: ['App/Assets.xcassets'] },
    );
    expect(files[0]).toBe('/w/App/Assets.xcassets/hero.imageset/hero.png');
  });
});

describe('the way a document names a file', () => {
  it.each<[string, string, ReturnType<typeof at>, Project, string]>([
    [
      'by the URL of a served file',
      '/w/public/i/a.png',
      at('/w/src/A.vue', 'vue'),
      vite,
      '/i/a.png',
    ],
    ['relative to a source', '/w/src/i/a.png', at('/w/src/A.css', 'css'), vite, 'i/a.png'],
    [
      'relative within a served folder',
      '/w/public/i/a b.png',
      at('/w/public/p/a.html'),
      vite,
      '../i/a%20b.png',
    ],
    [
      'relative in a README',
      '/w/public/a.png',
      at('/w/README.md', 'markdown'),
      vite,
      'public/a.png',
    ],
    [
      'relative where there is no site',
      '/w/public/a.png',
      at('/w/a.tex', 'latex'),
      vite,
      'public/a.png',
    ],
    [
      'percent-encoded',
      "/w/a#1 (50%) ü&'.png",
      at('/w/p.html'),
      vite,
      'a%231%20%2850%25%29%20%C3%BC%26%27.png',
    ],
    ['with its @2x', '/w/a@2x.png', at('/w/p.html'), vite, 'a@2x.png'],
    ['never as if it had a scheme', '/w/a:b.png', at('/w/p.html'), vite, 'a%3Ab.png'],
    [
      'on a drive of Windows, in either case',
      '/C:/W/i/a.png',
      at('/c:/W/p.html'),
      plainProject('/c:/W'),
      'i/a.png',
    ],
    [
      'by name from another drive',
      '/d:/i/a.png',
      at('/c:/W/p.tex', 'latex'),
      plainProject('/c:/W'),
      'd%3A/i/a.png',
    ],
  ])('is %s', (_, file, from, project, path) => {
    expect(writtenPath(file, from, project, 'url')).toBe(path);
  });

  it('is told to a bundler as a path beside the module', () => {
    const from = at('/w/src/A.tsx', 'jsx');
    expect(writtenPath('/w/src/a b.png', from, vite, 'path', true)).toBe('./a b.png');
    expect(writtenPath('/w/a.png', from, vite, 'path', true)).toBe('../a.png');
  });

  it('is the bare name of a resource', () => {
    const from = at('/w/A.kt', 'kotlin');
    expect(writtenPath('/w/src/main/res/drawable/a.9.png', from, vite, 'resource')).toBe('a');
    expect(writtenPath('/w/A.xcassets/b.imageset/c@2x.png', from, vite, 'resource')).toBe('b');
  });

  it('counts a path from the folders that the reference says', () => {
    const from = { path: '/w/doc/a.tex', language: 'latex' } as const;
    const reference = { path: 'a.png', syntax: 'path', folders: ['img/', '../fig', ''] } as const;
    expect(filesMeantBy(reference, from, plainProject('/w'))).toEqual([
      '/w/doc/img/a.png',
      '/w/fig/a.png',
      '/w/doc/a.png',
    ]);
  });

  it.each<[string, string[], string]>([
    ['the first of them', ['img/', ''], 'boats/a.png'],
    ['the site’s root', ['/doc/img'], 'boats/a.png'],
    ['its own folder', [''], 'img/boats/a.png'],
  ])('counts from %s, where its language has folders for images', (_, folders, path) => {
    const from = { path: '/w/doc/a.adoc', language: 'asciidoc', folders } as const;
    expect(writtenPath('/w/doc/img/boats/a.png', from, plainProject('/w'), 'url')).toBe(path);
  });
});

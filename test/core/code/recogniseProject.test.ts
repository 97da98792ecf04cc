import { describe, expect, it } from 'vitest';

import { recogniseProject } from '../../../src/core/code/recogniseProject';

/** A folder made of the paths and texts of its files. */
function folder(files: Readonly<Record<string, string>>) {
  const below = (path: string) =>
    Object.keys(files)
      .filter((name) => name.startsWith(path))
      .map((name) => name.slice(path.length).split('/')[0] ?? '');
  return {
    root: '/w',
    names: [...new Set(below(''))],
    read: (path: string) => Promise.resolve(files[path]),
    list: (path: string) => Promise.resolve([...new Set(below(`${path}/`))]),
  };
}

const uses = (name: string) => ({ 'package.json': `{"dependencies":{"${name}":"1"}}` });

describe('a project', () => {
  it.each<[Record<string, string>, string, string[]]>([
    [uses('next'), 'next', ['public']],
    [uses('nuxt'), 'nuxt', ['public', 'static']],
    [
      { ...uses('@sveltejs/kit'), 'svelte.config.js': '', 'vite.config.ts': '' },
      'sveltekit',
      ['static'],
    ],
    [{ ...uses('react'), 'vite.config.ts': '' }, 'vite', ['public']],
    [{ 'astro.config.mjs': '' }, 'astro', ['public']],
    [uses('@docusaurus/core'), 'docusaurus', ['static']],
    [uses('@angular/core'), 'bundled', ['public']],
    [{ '.vitepress/config.ts': '', 'index.md': '' }, 'vitepress', ['public']],
    [{ 'hugo.toml': '' }, 'hugo', ['static']],
    [{ 'config.toml': '', 'content/a.md': '' }, 'hugo', ['static']],
    [{ 'pubspec.yaml': '' }, 'flutter', []],
    [{ 'conf.py': "project = 'A'\nextensions: list[str] = []\n" }, 'sphinx', []],
    [{ 'conf.py': '# For Sphinx.\n', 'package.json': '{}' }, 'sphinx', []],
    [{ 'conf.py': "project = 'A'\nDEBUG = True\n", 'package.json': '{}' }, 'plain', []],
    [{ 'src/main/AndroidManifest.xml': '' }, 'android', []],
    [{ 'package.json': '{', 'public/a.png': '' }, 'plain', ['public']],
    [{ 'package.json': '{}' }, 'plain', []],
  ])('of %j is %s', async (files, kind, servedFolders) => {
    expect(await recogniseProject(folder(files))).toEqual({ root: '/w', kind, servedFolders });
  });

  it('of Xcode has its catalogues', async () => {
    const files = { 'App.xcodeproj/project.pbxproj': '', 'App/Assets.xcassets/Contents.json': '' };
    const project = await recogniseProject(folder(files));
    expect(project?.catalogues).toEqual(['App/Assets.xcassets']);
  });

  it('is not told by a folder of pages', async () => {
    expect(await recogniseProject(folder({ 'index.html': '', 'config.toml': '' }))).toBeUndefined();
  });
});

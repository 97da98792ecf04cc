import { describe, expect, it } from 'vitest';

import { findReferences } from '../../../../src/core/code/findReferences';
import { languageOf } from '../../../../src/core/code/language';
import { filesMeantBy, type Project } from '../../../../src/core/code/project';
import { named, picture, project } from './writing';

const vite = project('vite', 'public');
const app = { ...project('xcode'), catalogues: ['A.xcassets'] };

describe('an image that is named here', { timeout: 60_000 }, () => {
  it.each<[path: string, text: string, file: string, of: Project]>([
    ['docs/a.md', '‸', 'img/hero.png', project()],
    ['src/a.mdx', '‸', 'public/hero.png', vite],
    ['a.html', '<p>‸</p>', 'img/hero.png', project()],
    ['index.html', '<p>‸</p>', 'public/img/hero.png', vite],
    ['src/a.css', 'a { background: ‸ }', 'src/img/hero.png', vite],
    ['src/a.scss', 'a { ‸ }', 'public/hero.png', vite],
    ['src/a.less', 'a { ‸ }', 'img/hero.png', vite],
    ['src/a.tsx', 'export default () => <p>‸</p>', 'src/hero.png', vite],
    ['src/a.tsx', 'export default () => <p>‸</p>', 'public/hero.png', project('next', 'public')],
    ['src/a.jsx', 'export default () => <p>‸</p>', 'hero.png', project()],
    ['src/a.vue', '<template>‸</template>', 'src/img/hero.png', vite],
    ['src/a.vue', '<template>‸</template>', 'public/hero.png', vite],
    ['src/a.svelte', '‸', 'src/img/hero.png', vite],
    ['src/a.svelte', '‸', 'static/img/hero.png', project('sveltekit', 'static')],
    ['src/a.astro', '‸', 'src/img/hero.png', project('astro', 'public')],
    ['src/a.astro', '‸', 'public/hero.png', project('astro', 'public')],
    ['docs/a.rst', '‸', 'img/hero.png', project()],
    ['docs/a.adoc', ':imagesdir: ../img\n\n‸', 'img/hero.png', project()],
    ['docs/a.tex', '‸', 'img/hero.png', project()],
    ['lib/a.dart', 'final a = ‸;', 'assets/hero.png', project('flutter')],
    ['A.swift', 'let a = ‸', 'A.xcassets/hero.imageset/hero.png', app],
    ['src/main/java/A.kt', 'val a = ‸', 'src/main/res/drawable/hero.png', project('android')],
    [
      'src/main/res/layout/a.xml',
      '<ImageView android:src="‸" />',
      'src/main/res/drawable/hero.png',
      project('android'),
    ],
    ['a.json', '{ "image": ‸ }', 'img/hero.png', project()],
    ['a.yaml', 'image: ‸\n', 'img/hero.png', project()],
  ])('in %s is found as that file', async (path, text, file, of) => {
    const names = [file, ...nastyNames(path).map((name) => file.replace('hero', name))];
    for (const name of names) {
      const written = await named(path, text, picture(name), of);
      const found = await findReferences(languageOf(path), written, `/w/${path}`);
      const from = { path: `/w/${path}`, language: languageOf(path) };
      const files = found.map((reference) => filesMeantBy(reference, from, of)[0]);
      expect([written, [...new Set(files)]]).toEqual([written, [`/w/${name}`]]);
    }
  });
});

/** Names that are written into a file of this name and looked for there: not signs that may be a template's or a macro's. */
function nastyNames(path: string): readonly string[] {
  if (/\.(swift|kt|xml)$/.test(path)) return [];
  return /\.(tex|json|yaml)$/.test(path) ? ['my own – ü'] : ["it's #1 (50%) – ü"];
}

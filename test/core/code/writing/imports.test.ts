import { describe, expect, it } from 'vitest';

import { nameOfImage } from '../../../../src/core/code/writing/imageName';
import { named, picture, project } from './writing';

const vite = project('vite', 'public');
const hero = picture('src/hero.png', { alt: '', width: 1, height: 1 });
const img = (name: string) => `<img src={${name}} alt="" width="1" height="1" />`;

describe('an image that is imported', () => {
  it('goes below the other imports, as they are written', async () => {
    const text = 'import a from "a"\n\nexport const A = () => <p>‸</p>\n';
    expect(await named('src/A.jsx', text, hero, vite)).toBe(
      `import a from "a"\nimport hero from "./hero.png"\n\nexport const A = () => <p>${img('hero')}</p>\n`,
    );
  });

  it('goes below directives and the comment about the file', async () => {
    const client = await named('src/A.jsx', "'use client';\n\nexport default () => ‸;", hero, vite);
    expect(client).toMatch(/^'use client';\n\nimport hero from '.\/hero.png';\n\nexport/);
    const licence = await named(
      'src/A.jsx',
      '/* MIT */\n\n/** A. */\nexport default () => ‸;',
      hero,
      vite,
    );
    expect(licence).toMatch(
      /^\/\* MIT \*\/\n\nimport hero from '.\/hero.png';\n\n\/\*\* A. \*\/\n/,
    );
  });

  it('is reused where it is imported already', async () => {
    const text = "import fox from './hero.png';\nexport default () => <p>‸</p>;";
    expect(await named('src/A.jsx', text, hero, vite)).toBe(text.replace('‸', img('fox')));
  });

  it('is imported once for several places', async () => {
    const text = 'export default () => <p>‸<b>‸</b></p>;';
    const written = await named('src/A.jsx', text, hero, vite);
    expect(written.match(/import/g)).toHaveLength(1);
    expect(written.split(img('hero'))).toHaveLength(3);
  });

  it('gets a name that nothing else has', async () => {
    const text = 'const hero = 1;\nexport default () => <Hero2 a={hero2}>‸</Hero2>;';
    expect(await named('src/A.jsx', text, hero, vite)).toContain('import hero3 from');
  });

  it('waits for the picture: the code is not whole without it', async () => {
    const text = "import a from 'a';\nexport default function A() {\n  return (\n    ‸\n  );\n}\n";
    const written = await named('src/A.jsx', text, hero, vite);
    expect(written).toContain("import a from 'a';\nimport hero from './hero.png';\n");
    expect(written).toContain(`    ${img('hero')}\n`);
  });

  it('is named alone in code that is no markup', async () => {
    expect(await named('src/a.ts', 'const a = ‸;', hero, vite)).toBe(
      "import hero from './hero.png';\n\nconst a = hero;",
    );
    const inVue = '<script setup>\nconst a = ‸;\n</script>\n<template><p /></template>';
    expect(await named('src/a.vue', inVue, hero, vite)).toBe(
      inVue.replace('const a = ‸', "import hero from './hero.png';\n\nconst a = hero"),
    );
  });

  it('is none in a page that is no component', async () => {
    expect(await named('a.html', '<script>\nlet a = ‸;\n</script>', hero, vite)).toBe(
      "<script>\nlet a = 'src/hero.png';\n</script>",
    );
  });

  it('is a path in a string', async () => {
    expect(await named('src/a.ts', "const a = require('‸');", hero, vite)).toBe(
      "const a = require('./hero.png');",
    );
    expect(await named('src/a.ts', 'const a = `‸`;', picture('public/a b.png'), vite)).toBe(
      'const a = `/a%20b.png`;',
    );
    expect(await named('a.js', "const a = '‸';", picture("it's.png"))).toBe(
      "const a = 'it\\'s.png';",
    );
  });

  it('keeps a name of Next for its element', async () => {
    const text = "import { Image } from 'lucide';\nexport default () => <Image>‸</Image>;";
    const next = project('next', 'public');
    const written = await named('app/A.tsx', text, picture('public/hero.png'), next);
    expect(written).toContain("import Image2 from 'next/image';");
    expect(written).toContain('<Image2 src="/hero.png"');
  });

  it('is left out where the code cannot be read', async () => {
    expect(await named('src/A.jsx', 'export { {{ ‸', hero, vite)).toBe(
      'export { {{ <img src="hero.png" alt="" width="1" height="1" />',
    );
  });

  it('goes into a script of its own', async () => {
    expect(await named('src/A.svelte', '<p>‸</p>', hero, vite)).toBe(
      `<script>\n  import hero from './hero.png';\n</script>\n\n<p>${img('hero')}</p>`,
    );
    const module = '<script module>\n  let a;\n</script>\n<p>‸</p>';
    expect(await named('src/A.svelte', module, hero, vite)).toMatch(/^<script>\n {2}import hero/);
  });
});

describe('the name of an import', () => {
  it.each([
    ['a/hero-image@2x.png', 'heroImage2x'],
    ['Hero.png', 'hero'],
    ['2nd_try.webp', 'image2ndTry'],
    ['new.png', 'newImage'],
    ['(((.png', 'image'],
    ['赤い狐.png', '赤い狐'],
    ['über uns.png', 'überUns'],
  ])('of %s is %s', (path, name) => {
    expect(nameOfImage(path)).toBe(name);
  });
});

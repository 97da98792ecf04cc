import { describe, expect, it } from 'vitest';

import type { Picture } from '../../../../src/core/code/writing/picture';
import { named, picture, project } from './writing';

const fine: Partial<Picture> = {
  alt: '',
  densities: [
    { path: '/w/hero@2x.png', scale: 2 },
    { path: '/w/hero@3x.png', scale: 3 },
  ],
};
const hero = picture('hero.png', fine);
const two = [picture('a.png', { alt: 'A' }), picture('b.png', { alt: 'B' })];

describe('a picture in several densities', () => {
  it.each([
    ['a.html', '‸', 'srcset="hero.png 1x, hero@2x.png 2x, hero@3x.png 3x"'],
    ['a.jsx', 'export default () => ‸', 'srcSet="hero.png 1x, hero@2x.png 2x, hero@3x.png 3x"'],
    [
      'a.css',
      'a { mask: ‸ }',
      'mask: image-set(url("hero.png") 1x, url("hero@2x.png") 2x, url("hero@3x.png") 3x) }',
    ],
    ['a.css', 'a { ‸ }', '{ background-image: image-set(url("hero.png") 1x,'],
    ['a.css', 'a { mask: url(‸) }', 'url(hero.png)'],
    ['a.md', '‸', '![](hero.png)'],
  ])('is written in %s as %s', async (path, text, written) => {
    expect(await named(path, text, hero)).toContain(written);
  });

  it('is imported one by one', async () => {
    const written = await named('A.jsx', 'export default () => <p>‸</p>', hero, project('vite'));
    expect(written).toContain("import hero2x from './hero@2x.png';");
    expect(written).toContain('srcSet={`${hero} 1x, ${hero2x} 2x, ${hero3x} 3x`}');
  });
});

describe('several pictures', () => {
  it('stand below each other, as far in as their line', async () => {
    expect(await named('a.html', '<p>\n  ‸\n</p>', two)).toMatch(
      /\n {2}<img src="a[^\n]*\n {2}<img src="b/,
    );
    expect(await named('a.rst', 'Text ‸ more', two)).toMatch(
      /^Text \n\n\.\. image:: a\.png\n {3}:alt: A\n[^]*\n\n\.\. image:: b\.png\n[^]*px\n\n more$/,
    );
    expect(await named('a.json', '[‸]', two)).toBe('["a.png", "b.png"]');
    expect(await named('a.css', 'a { background: ‸ }', two)).toContain(
      'url("a.png"), url("b.png")',
    );
  });

  it('go one to each of as many places', async () => {
    expect(await named('a.md', '- ‸\n- ‸\n', two)).toBe('- ![A](a.png)\n- ![B](b.png)\n');
  });

  it('are one in a place for one', async () => {
    expect(await named('a.md', '![x](‸)', two)).toBe('![x](a.png)');
  });
});

describe('a place for a path', () => {
  it.each([
    ['a.md', '<img src="‸">', '<img src="hero.png">'],
    ['a.md', '![a](<‸old name.png>)', '![a](<hero.png>)'],
    ['a.html', '<p style="background: url(\'‸\')">', '<p style="background: url(\'hero.png\')">'],
    ['a.html', '<img srcset="a.png 1x, ‸ 2x">', '<img srcset="a.png 1x, hero.png 2x">'],
    ['a.html', '<style>a { mask: url(‸) }</style>', '<style>a { mask: url(hero.png) }</style>'],
    ['a.html', '<script>const a = "‸"</script>', '<script>const a = "hero.png"</script>'],
    [
      'a.html',
      '<meta property="og:image" content="‸" />',
      '<meta property="og:image" content="hero.png" />',
    ],
    [
      'a.vue',
      '<template><img src="‸" /></template>',
      '<template><img src="./hero.png" /></template>',
    ],
    ['a.scss', '@use "a";\n$a: "‸";', '@use "a";\n$a: "hero.png";'],
    ['a.rst', '.. figure:: ‸old.png\n   :alt: a', '.. figure:: hero.png\n   :alt: a'],
    ['a.adoc', 'image::‸[]', 'image::hero.png[]'],
    ['a.dart', "f('‸');", "f('hero.png');"],
    ['a.yaml', 'a: "‸"', 'a: "hero.png"'],
    [
      'a.vue',
      '<template><img v-if="a < b" src="‸" /></template>',
      '<template><img v-if="a < b" src="./hero.png" /></template>',
    ],
    ['a.swift', 'Image("\\"‸")', 'Image("hero")'],
    ['a.txt', 'see ‸', 'see hero.png'],
  ])('in %s, %s, gets no more', async (path, text, written) => {
    expect(await named(path, text, hero)).toBe(written);
  });

  it('is not behind a value that is closed', async () => {
    expect(await named('a.html', '<p class="x">it\'s ‸</p>', hero)).toContain(
      '<img src="hero.png"',
    );
    expect(await named('a.md', '[a](b) ‸', hero)).toContain('![](hero.png)');
    expect(await named('a.css', 'a { mask: url(x) ‸ }', hero)).toContain('image-set(');
    expect(await named('a.yaml', "a: [it's, 'x', ‸]", hero)).toBe("a: [it's, 'x', hero.png]");
  });
});

describe('a large text', () => {
  it.each([
    ['a.html', "<p class=\"x\" title='y'>it's</p>\n"],
    ['a.md', "Don't [a](b) \"c\" <b d='e'>\n"],
    ['a.yaml', "it's don't 'a' \"b\" "],
    ['a.css', 'a { b: url(c) } /* " */\n'],
    ['a.jsx', '/* a */ b("c");\n'],
    ['a.rst', '.. image:: a\n   :alt: b\n\n'],
    ['a.svelte', '<p class="a">it\'s {b}</p>\n'],
  ])(
    'in %s is read in a moment',
    async (path, piece) => {
      const start = performance.now();
      expect(await named(path, `${piece.repeat(20_000)}‸`, hero)).toContain('hero.png');
      // A pattern that goes back over the text again and again would take minutes.
      expect(performance.now() - start).toBeLessThan(20_000);
    },
    60_000,
  );
});

describe('a resource of an app', () => {
  const drawable = picture('src/main/res/drawable-xhdpi/hero.9.png');
  const set = picture('A.xcassets/hero.imageset/hero@2x.png');

  it.each([
    ['A.kt', 'val a = ‸', 'val a = R.drawable.hero', drawable],
    [
      'A.kt',
      '@Composable fun a() { Image(‸) }',
      '@Composable fun a() { Image(painterResource(R.drawable.hero)) }',
      drawable,
    ],
    ['A.kt', 'val a = ‸', 'val a = "img/hero.png"', picture()],
    ['A.swift', 'import SwiftUI\nlet a = ‸', 'import SwiftUI\nlet a = Image("hero")', set],
    ['A.swift', 'import UIKit\nlet a = ‸', 'import UIKit\nlet a = UIImage(named: "hero")', set],
    ['A.swift', 'Image("‸")', 'Image("hero")', set],
  ])('in %s, %s, is %s', async (path, text, written, of) => {
    expect(await named(path, text, of)).toBe(written);
  });

  it('is a widget of Flutter, named from its root', async () => {
    expect(await named('lib/a/b.dart', 'f(‸)', picture('assets/a$b.png'), project('flutter'))).toBe(
      "f(Image.asset('assets/a\\$b.png', width: 640, height: 480, semanticLabel: 'A red fox'))",
    );
  });
});

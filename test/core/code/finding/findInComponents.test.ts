import { describe, expect, it } from 'vitest';

import type { FindReferences, ImageReference } from '../../../../src/core/code/imageReference';
import {
  astroFinder,
  mdxFinder,
  svelteFinder,
  vueFinder,
} from '../../../../src/core/code/markupFinders';
import { expectExactSpans } from './exactSpans';

const finders: Readonly<Record<string, FindReferences>> = {
  vue: await vueFinder(),
  svelte: await svelteFinder(),
  astro: await astroFinder(),
  mdx: await mdxFinder(),
};

function find(language: string, text: string): readonly ImageReference[] {
  const path = `/src/Page.${language}`;
  const read = (changed: string): readonly ImageReference[] =>
    finders[language]?.(changed, path) ?? [];
  const found = read(text);
  expectExactSpans(text, found, read);
  return found;
}

/** What each of them has in common with HTML. */
const page = (markup: string): readonly (readonly [string, string])[] => [
  ['vue', `<template>\n<main>${markup}</main>\n</template>\n`],
  ['svelte', `<script>\nlet x = '<img src="no.png">';\n</script>\n\n<main>${markup}</main>\n`],
  ['astro', `---\nconst x = '<img src="no.png">';\n---\n<main>${markup}</main>\n`],
  ['mdx', `# Page\n\n<main>\n${markup}\n</main>\n`],
];

describe.each<[string, string, string[]]>([
  ['an image', '<img src="a.png" />', ['a.png']],
  ['single quotes, lines and letters', "<img\r\n  src='图片/船.png'\r\n/>", ['图片/船.png']],
  ['entities', '<img src="a&amp;b.png" />', ['a&b.png']],
  ['percent signs', '<img src="a%20b.png?x" />', ['a b.png']],
  [
    'a srcset',
    '<img src="a.png" srcset="b.png 1x, c&amp;.png 2x" />',
    ['a.png', 'b.png', 'c&.png'],
  ],
  [
    'a picture',
    '<picture><source srcset="a.avif"/><img src="a.png"/></picture>',
    ['a.avif', 'a.png'],
  ],
  ['a poster', '<video src="a.mp4" poster="a.png"></video>', ['a.png']],
  [
    'a component',
    '<Card title="x.png" image="a.png"><Image src="/b.png" alt="" /></Card>',
    ['a.png', '/b.png'],
  ],
  ['a placeholder', '<img src="https://picsum.photos/200" />', ['https://picsum.photos/200']],
  ['links and remote images', '<a href="a.png">x</a><img src="https://example.org/a.png" />', []],
])('%s', (_, markup, paths) => {
  it.each(page(markup))('in %s', (language, text) => {
    expect(find(language, text).map(({ path }) => path)).toEqual(paths);
    expect(find(language, `\uFEFF${text}`).map(({ path }) => path)).toEqual(paths);
  });
});

describe.each(
  page('<h2>Our boats</h2>\n\n<img alt="A boat" src="a.png" width="30" height="20" />'),
)('%s', (language, text) => {
  it('says what the image shows and how large', () => {
    const [image] = find(language, text);
    expect(image).toMatchObject({ alt: 'A boat', heading: 'Our boats', width: 30, height: 20 });
    expect(text.slice(image?.whole?.start, image?.whole?.end)).toMatch(/^<img [^>]*\/>$/);
  });
});

describe.each<[string, string, string, string[]]>([
  [
    'vue',
    'bound strings',
    `<template><img :src="'a.png'"><img v-bind:src="require('@/b.png')"></template>`,
    ['a.png', '@/b.png'],
  ],
  [
    'vue',
    'what is made when it runs',
    '<template><img :src="a + \'.png\'"><img :src="`${a}.png`"><p>{{ "<img src=a.png>" }}</p></template>',
    [],
  ],
  ['vue', 'comments', '<template><!-- <img src="a.png"> --></template>', []],
  [
    'vue',
    'a style',
    '<template><p style="background:url(a.png)"/></template><style>p{background:url(b.png)}</style>',
    ['a.png', 'b.png'],
  ],
  [
    'vue',
    'a style of SCSS',
    '<style lang="scss">$a: 1;\np { // url(no.png)\n&:hover{background:url(b.png)} }</style>',
    ['b.png'],
  ],
  ['vue', 'a template of Pug', '<template lang="pug">\nimg(src="a.png")\n</template>', []],
  ['vue', 'what is broken', '<template><div><img src="a.png"><p', ['a.png']],
  [
    'vue',
    'a comparison in an attribute',
    '<template><p v-if="a > 3"><img src="a.png"></p></template>',
    ['a.png'],
  ],
  ['svelte', 'strings in braces', `<img src={'a.png'} srcset={"b.png 2x"}>`, ['a.png', 'b.png']],
  [
    'svelte',
    'what is made when it runs',
    '<img src={a}><img src="{a}/b.png"><img src={`${a}.png`}>{@html \'<img src="a.png">\'}',
    [],
  ],
  [
    'svelte',
    'blocks',
    '{#if a > 3}<img src="a.png">{:else if b}<img src="b.png">{:else}<img src="c.png">{/if}{#each x as y}<img src="d.png">{:else}<img src="e.png">{/each}{#await p}<img src="f.png">{:then v}<img src="g.png">{/await}{#snippet s()}<img src="h.png">{/snippet}',
    ['a.png', 'b.png', 'c.png', 'd.png', 'e.png', 'f.png', 'g.png', 'h.png'],
  ],
  ['svelte', 'comments', '<!-- <img src="a.png"> <script> --><img src="b.png">', ['b.png']],
  [
    'svelte',
    'the head',
    '<svelte:head><link rel="icon" href="/a.png" /></svelte:head>',
    ['/a.png'],
  ],
  ['svelte', 'an enhanced image', '<enhanced:img src="./a.png" alt="x" />', ['./a.png']],
  [
    'svelte',
    'styles',
    '<p style="background:url(a.png)"></p><style lang="scss">p { // x\n&:hover{background:url(b.png)} }</style>',
    ['a.png', 'b.png'],
  ],
  [
    'svelte',
    'TypeScript',
    '<script lang="ts">let a = <string>x satisfies y; </script><img src="a.png" alt={a as string}>',
    ['a.png'],
  ],
  ['svelte', 'a broken script', '<script>let a = ;</script><img src="a.png">', ['a.png']],
  ['svelte', 'what is cut off', '<div><img src="a.png"><p', ['a.png']],
  [
    'astro',
    'expressions',
    '<p>{a > 3 && <img src="a.png">}{list.map((x) => (<li>{x}<img src={x} /><img src="b.png" /></li>))}</p><img src="c.png">',
    ['a.png', 'b.png', 'c.png'],
  ],
  [
    'astro',
    'strings in braces',
    '<img src={"a.png"} /><Image src={`/b.png`} />',
    ['a.png', '/b.png'],
  ],
  [
    'astro',
    'what is made when it runs',
    '<img src={a} /><img src={`${a}.png`} /><img {...a} src={a ? "a.png" : "b.png"} />',
    [],
  ],
  [
    'astro',
    'comments and strings',
    `{/* <img src="a.png"> */}{'<img src="b.png">'}<!-- <img src="c.png"> -->{a ? "}" : \`<img src="d.png">\`}<img src="e.png">`,
    ['e.png'],
  ],
  [
    'astro',
    'attributes with signs in them',
    '<p class={a > 3 ? "}" : \'>\'} set:html={`<img src="a.png">`}><img src="b.png"></p>',
    ['b.png'],
  ],
  [
    'astro',
    'styles and scripts',
    '<style lang="scss">p { // x\n&:hover{background:url(a.png)} }</style><script>const x = "<img src=\'b.png\'>"</script>',
    ['a.png'],
  ],
  ['astro', 'a page without a script', '<img src="a.png"><hr>\n---\n', ['a.png']],
  ['astro', 'what is cut off', '---\n---\n{a && <p><img src="a.png"><b class={', ['a.png']],
  ['mdx', 'images of Markdown', '# x\n\n![a](a.png) ![b][b]\n\n[b]: b.png', ['a.png', 'b.png']],
  ['mdx', 'Markdown in elements', '<Tabs>\n\n  ![](a.png)\n\n</Tabs>', ['a.png']],
  [
    'mdx',
    'strings in braces',
    `<img src={'a.png'} srcSet="b.png 2x" /><img src={require('./c.png').default} />`,
    ['a.png', 'b.png', './c.png'],
  ],
  [
    'mdx',
    'what is made when it runs',
    '<img src={a} /><img src={useBaseUrl("a.png")} />{"![](a.png)"}',
    [],
  ],
  [
    'mdx',
    'comments and code',
    '{/* <img src="a.png" /> */}\n\n```jsx\n<img src="a.png" />\n```\n\n`<img src="a.png" />`',
    [],
  ],
  ['mdx', 'front matter', '---\ntitle: x\n---\n\n<img src="a.png" />', ['a.png']],
  ['mdx', 'what does not parse', '<img src="a.png" /> { <b>', []],
  [
    'vue',
    'imports',
    `<script setup lang="ts">\nimport a from './a.png';\nconst b: URL = new URL('./b.png', import.meta.url), c = 'c.png';\n</script>\n<template><img src="d.png"></template>\n<script>import e from './e.png'</script>`,
    ['./a.png', './b.png', 'd.png', './e.png'],
  ],
  [
    'svelte',
    'imports',
    `<script module>import a from './a.png';</script>\n<script lang="ts">\nimport b from './b.png?w=3'; const c: string = 'c.png';\n</script>\n<img src={b}>`,
    ['./a.png', './b.png'],
  ],
  [
    'astro',
    'imports',
    `---\r\nimport a from '../a.png';\r\nconst b = 'b.png' as string;\r\n---\r\n<Image src={a} /><script>import c from './c.png';</script>`,
    ['../a.png', './c.png'],
  ],
  [
    'mdx',
    'imports',
    `import a from './a.png'\n\nexport const b = <img src="b.png" />\n\n<Image src={a} />`,
    ['./a.png', 'b.png'],
  ],
  [
    'mdx',
    'an image of front matter',
    '---\nimage: ./a.png\n---\n\n![](b.png)',
    ['./a.png', 'b.png'],
  ],
])('%s with %s', (language, _, text, paths) => {
  it('finds what is named', () => {
    expect(find(language, text).map(({ path }) => path)).toEqual(paths);
  });
});

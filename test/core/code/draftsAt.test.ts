import { describe, expect, it } from 'vitest';

import { draftsAt } from '../../../src/core/code/draftsAt';
import type { ImageDraft } from '../../../src/core/code/imageDraft';
import { languageOf } from '../../../src/core/code/language';

/** The drafts for a text in which `‹…›` is a selection and `|` the cursor. */
async function standingFor(path: string, marked: string) {
  let text = '';
  const selections: { start: number; end: number }[] = [];
  let start = 0;
  for (const character of marked) {
    if (character === '|') selections.push({ start: text.length, end: text.length });
    else if (character === '‹') start = text.length;
    else if (character === '›') selections.push({ start, end: text.length });
    else text += character;
  }
  const drafts = await draftsAt({ text, path, language: languageOf(path) }, selections);
  return { text, drafts };
}

async function draftsFor(path: string, marked: string): Promise<readonly ImageDraft[]> {
  const { drafts } = await standingFor(path, marked);
  return drafts.map(({ prompt, width, height }) => ({
    prompt,
    ...(width && { width }),
    ...(height && { height }),
  }));
}

const boat = { prompt: 'A red boat' };
const sized = { ...boat, width: 640, height: 360 };

describe('without a selection, the draft is', () => {
  it.each<readonly [string, string, string, readonly ImageDraft[]]>([
    [
      'an image in HTML',
      'a.html',
      '<p><img alt="A red boat" wi|dth="640" height="360px"></p>',
      [sized],
    ],
    [
      'one with a source elsewhere',
      'a.html',
      '<img src="https://x.org/a" alt="A &quot;red&quot; boat"|>',
      [{ prompt: 'A "red" boat' }],
    ],
    [
      'an image in JSX',
      'a.tsx',
      'const a = <Image src={hero} alt={"A red boat"} width={640} height={360} |/>;',
      [sized],
    ],
    [
      'an image that is being typed',
      'a.jsx',
      '<div><img alt="A red boat" |\n<p>x</p></div>',
      [boat],
    ],
    ['an image in Vue', 'a.vue', '<template><img :src="a" alt="A red boat"|/></template>', [boat]],
    ['an image in Svelte', 'a.svelte', "<img {src} alt='A red boat'|>", [boat]],
    [
      'an image in Astro',
      'a.astro',
      '---\nconst a = 1\n---\n<Image src={a} alt="A red boat" |/>',
      [boat],
    ],
    ['an image in Markdown', 'a.md', 'See ![A red boat|](boat.png) here.', [boat]],
    ['one without a file', 'a.md', '# Sea\n\n![A red \\[boat\\]](|)', [{ prompt: 'A red [boat]' }]],
    ['an image in MDX', 'a.mdx', '<Image alt="A red boat" src={x}| />', [boat]],
    [
      'a heading in Markdown',
      'a.md',
      '# Sea\n\n## A *red* [boat](x.md) {#boat}\n\nText.\n|',
      [boat],
    ],
    ['an underlined heading', 'a.md', '# Sea\n\nA red boat\n===\n\n|', [boat]],
    ['the heading that it stands on', 'a.md', 'A red |boat\n---\n\n# Sea', [boat]],
    ['no heading in a code block', 'a.md', '# A red boat\n\n```sh\n# install\n```\n|', [boat]],
    ['a heading in HTML', 'a.html', '<h1>A red <em>boat</em></h1>\n<div>|</div>', [boat]],
    ['the title of a page', 'a.html', '<title>A red boat</title>\n<h1>{{ x }}</h1>|', [boat]],
    ['a heading in reStructuredText', 'a.rst', 'A red boat\n----------\n\ntext |', [boat]],
    ['a heading in AsciiDoc', 'a.adoc', '= Sea\n\n== A red boat\n\n|', [boat]],
    ['a heading in LaTeX', 'a.tex', '\\section{A red boat}\n|', [boat]],
    ['a comment in a script', 'a.ts', 'f();\n// TODO: A red boat|\ng();', [boat]],
    ['a comment of some lines', 'a.dart', '/// A red\n/// boa|t\nclass Sea {}', [boat]],
    ['the comment above', 'a.swift', '// A red boat\n  |let a = 1', [boat]],
    ['a block comment', 'a.css', '.a {\n  /* A red\n   * boat| */\n}', [boat]],
    ['the block comment above', 'a.tsx', '{/* A red boat */}\n|<Hero />', [boat]],
    ['a comment in HTML', 'a.html', '<!-- A red| boat -->', [boat]],
    ['a comment in Svelte', 'a.svelte', '<!-- IMAGE: A red boat -->\n|', [boat]],
    ['a comment in YAML', 'a.yml', '# A red boat|\nimage: x', [boat]],
    ['a comment in LaTeX', 'a.tex', '% A red boat|', [boat]],
    ['a comment in Kotlin', 'a.kt', '// A red boat\n|val a = 1', [boat]],
    [
      'a component',
      'a.tsx',
      'export function RedBoatSection() {\n  return <div>|</div>;\n}',
      [{ prompt: 'red boat section' }],
    ],
    [
      'no directive',
      'a.tsx',
      'const RedBoat = () => {\n// eslint-disable-next-line\n|}',
      [{ prompt: 'red boat' }],
    ],
    [
      'a widget',
      'a.dart',
      'class RedBoatScreen extends StatelessWidget {\n|}',
      [{ prompt: 'red boat' }],
    ],
    ['a view', 'a.swift', 'struct RedBoatView: View {\n|}', [{ prompt: 'red boat' }]],
    ['a composable', 'a.kt', '@Composable\nfun RedBoat() {\n|}', [{ prompt: 'red boat' }]],
    [
      'a rule',
      'a.scss',
      '.sea { color: red; }\n.card .red-boat {\n  @media (x) { |\n',
      [{ prompt: 'red boat' }],
    ],
    [
      'the name of a single file',
      'src/RedBoat.vue',
      '<template>|</template>',
      [{ prompt: 'red boat' }],
    ],
    ['the folder of a route', 'src/routes/red-boat/+page.svelte', '|', [{ prompt: 'red boat' }]],
    ['nothing where nothing is said', 'a.json', '{"a": |1}', []],
    ['nothing in an empty text', 'a.txt', '|', []],
  ])('%s', async (_what, path, marked, expected) => {
    expect(await draftsFor(path, marked)).toEqual(expected);
  });
});

describe('with selections, the drafts are', () => {
  it.each<readonly [string, string, string, readonly ImageDraft[]]>([
    ['words', 'a.ts', "const a = ‹'A red boat'›;", [boat]],
    [
      'each of several',
      'a.md',
      '- ‹A red boat›\n- ‹A blue hare›\n- ‹A red boat›',
      [boat, { prompt: 'A blue hare' }],
    ],
    ['those that are not empty', 'a.md', '‹A red boat›\n|\n', [boat]],
    ['an image that is selected whole', 'a.md', '‹![A red boat](boat.png)\n›', [boat]],
    [
      'each image of a selection',
      'a.md',
      '‹![A red boat](boat.png) ![A blue hare](b.png)›',
      [boat, { prompt: 'A blue hare' }],
    ],
    [
      'words with an image among them',
      'a.md',
      '‹A sea ![x](boat.png)›',
      [{ prompt: 'A sea ![x](boat.png)' }],
    ],
    ['a part of its words', 'a.md', '![A ‹red boat› at sea](boat.png)', [{ prompt: 'red boat' }]],
    ['the image whose file is selected', 'a.md', '![A red boat](‹boat.png›)', [boat]],
  ])('%s', async (_what, path, marked, expected) => {
    expect(await draftsFor(path, marked)).toEqual(expected);
  });
});

it.each<readonly [string, string, string]>([
  ['a.md', '![A red bo|at](boat.png), and', '![A red boat](boat.png)'],
  ['a.html', '<p><img alt="A red boat"|></p>', '<img alt="A red boat">'],
  ['a.md', '- ‹A red boat›', 'A red boat'],
  ['a.md', '# A red boat\n\n|', ''],
  ['a.css', '.a { background: url(|"red-boat.png") }', 'url("red-boat.png")'],
  ['a.json', '{ "image": "red-bo|at.png" }', ''],
])('in %s, the reference to %s takes the place of "%s"', async (path, marked, replaced) => {
  const { text, drafts } = await standingFor(path, marked);
  const [draft] = drafts;
  expect(draft && text.slice(draft.place.start, draft.place.end)).toBe(replaced);
});

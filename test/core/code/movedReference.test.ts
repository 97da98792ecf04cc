import { parse as parseScript } from '@babel/parser';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';

import { findReferences } from '../../../src/core/code/findReferences';
import { languageOf } from '../../../src/core/code/language';
import { movedReference } from '../../../src/core/code/movedReference';
import { filesMeantBy, type Project } from '../../../src/core/code/project';
import type { FoundImage } from './writing/reading/foundImage';
import { imagesInAstro, imagesInSvelte } from './writing/reading/components';
import { imagesInAsciiDoc, imagesInHtml, imagesInMarkdown } from './writing/reading/pages';
import { imagesInCss, imagesInLess, imagesInScss } from './writing/reading/sheets';
import { imagesInLatex, imagesInRst } from './writing/reading/texts';
import { project } from './writing/writing';

/** What stands for something in one language or another. */
const NASTY = `it's "my" \\ $boat \`one\` #1, 50% & (2) <c> [d] a=b;c~ü.png`;
const OLD = 'hero.png';

type Read = (text: string) => readonly string[];

/** The text after the image that it names has another name, and the file that the reference means then. */
async function moved(path: string, text: string, to: string, of: Project = project()) {
  const language = languageOf(path);
  const from = { path: `/w/${path}`, language };
  const [reference] = await findReferences(language, text, from.path);
  if (reference === undefined) throw new Error(`No image is found in ${text}`);
  const written = movedReference(`/w/${to}`, reference, { ...from, text, project: of });
  if (written === undefined) return {};
  const after = text.slice(0, reference.start) + written + text.slice(reference.end);
  const [again] = await findReferences(language, after, from.path);
  return { after, means: again && filesMeantBy(again, from, of)[0] };
}

/** What a parser that is not ours reads, without the `./` that bundlers want. */
function sources(find: (text: string) => readonly FoundImage[]): Read {
  return (text) => find(text).map(({ src }) => src.replace(/^\.\//, ''));
}

const definitions: Read = (text) =>
  fromMarkdown(text).children.flatMap((node) =>
    node.type === 'definition' ? [decodeURIComponent(node.url)] : [],
  );

/** The strings and templates of a script. */
const modules: Read = (text) => {
  const script = /<script[^>]*>([^]*)<\/script>/.exec(text)?.[1] ?? text;
  const { tokens } = parseScript(script, { sourceType: 'module', tokens: true });
  return (tokens ?? []).flatMap((token) => {
    const { type, value } = token as { type: { label: string }; value: unknown };
    return type.label === 'string' ? [String(value).replace(/^\.\//, '')] : [];
  });
};

const image: Read = (text) => {
  const { image: found } = parseYaml(text) as { image: string | string[] };
  return [found].flat().map((each) => decodeURIComponent(each));
};
const frontMatter: Read = (text) => image(/^---\n([^]*?\n)---/.exec(text)?.[1] ?? '');
const json: Read = (text) => [decodeURIComponent((JSON.parse(text) as { icon: string }).icon)];

describe('a reference to an image that gets a nasty name', { timeout: 60_000 }, () => {
  it.each<[path: string, text: string, read: Read]>([
    ['a.md', `![A](${OLD})`, sources(imagesInMarkdown)],
    ['a.md', `![A](<${OLD}> "Title")`, sources(imagesInMarkdown)],
    ['a.md', `![A][b]\n\n[b]: ${OLD}\n`, definitions],
    ['a.md', `---\nimage: ${OLD}\n---\n`, frontMatter],
    ['a.md', `---\nimage: '${OLD}'\n---\n`, frontMatter],
    ['a.mdx', `---\nimage: "${OLD}"\n---\n`, frontMatter],
    ['a.mdx', `import A from './${OLD}'\n\n# A`, (text) => modules(text.split('\n')[0] ?? '')],
    ['a.html', `<img src="${OLD}">`, sources(imagesInHtml)],
    ['a.html', `<img src='${OLD}'>`, sources(imagesInHtml)],
    ['a.html', `<img src=${OLD} alt>`, sources(imagesInHtml)],
    ['a.css', `a { background: url(${OLD}) }`, sources(imagesInCss)],
    ['a.css', `a { background: url('${OLD}') }`, sources(imagesInCss)],
    ['a.scss', `a { background: url(${OLD}) }`, sources(imagesInScss)],
    ['a.less', `a { background: url("${OLD}") }`, sources(imagesInLess)],
    ['a.ts', `import a from './${OLD}';`, modules],
    ['a.ts', `import a from "./${OLD}";`, modules],
    ['a.vue', `<script setup>\nimport a from "./${OLD}";\n</script>`, modules],
    ['a.svelte', `<img src="${OLD}" alt="" />`, sources(imagesInSvelte)],
    ['a.astro', `<img src="${OLD}" alt="" />`, sources(imagesInAstro)],
    ['a.rst', `.. image:: ${OLD}`, sources(imagesInRst)],
    ['a.adoc', `image::${OLD}[]`, sources(imagesInAsciiDoc)],
    ['a.json', `{ "icon": "${OLD}" }`, json],
    ['app.yaml', `image: "${OLD}"\n`, image],
    ['app.yaml', `image: '${OLD}'\n`, image],
    ['app.yaml', `image: ${OLD}\n`, image],
    ['a.yaml', `image: [${OLD}]\n`, image],
  ])('is read in %s as %s by the parser of its language, and here', async (path, text, read) => {
    // A percent sign in a path that is no URL is read by these parsers as it stands.
    const name = path === 'app.yaml' ? NASTY.replace('%', '') : NASTY;
    const { after = '', means } = await moved(path, text, name);
    expect(read(after)).toEqual([name]);
    expect(means).toBe(`/w/${name}`);
  });

  it.each([
    ['a.tex', `\\includegraphics{${OLD}}`, `it's $1 #1, 50% & (2) <c> [d] a=b;c~ü.png`],
    ['src/a.ts', `const a = import(\`./${OLD}\`);`, 'src/`a` $b ${c.png'],
    ['a.js', `new URL('./${OLD}', import.meta.url);`, NASTY],
    ['a.html', `<img srcset="${OLD} 1x, b.png 2x">`, NASTY],
    ['a.dart', `Image.asset('${OLD}');`, NASTY],
    ['a.dart', `Image.asset(r"${OLD}");`, "a $b 'c' \\ d.png"],
  ])('is found again in %s', async (path, text, name) => {
    const of = path.endsWith('.dart') ? project('flutter') : project();
    const target = name.replace('${c', '$c');
    expect((await moved(path, text, target, of)).means).toBe(`/w/${target}`);
  });

  it('is found again by the parser of LaTeX', async () => {
    const name = `it's $1 #1, 50% & (2) <c> [d] a=b;c~ü.png`;
    const { after = '' } = await moved('a.tex', `\\includegraphics{${OLD}}`, name);
    expect(sources(imagesInLatex)(after)).toEqual([name]);
  });

  it('is a string of Swift where it is an image set', async () => {
    const of = { ...project('xcode'), catalogues: ['A.xcassets'] };
    const to = 'A.xcassets/my "b".imageset/my "b".png';
    const { after, means } = await moved('a.swift', 'Image("hero")', to, of);
    expect(after).toBe('Image("my \\"b\\"")');
    expect(means).toBe(`/w/${to}`);
  });

  it('is left alone where its language has no way to write the name', async () => {
    const android = project('android');
    const drawable = 'src/main/res/drawable/my-boat.png';
    expect(await moved('src/main/java/A.kt', 'R.drawable.hero', drawable, android)).toEqual({});
    const layout = '<ImageView android:src="@drawable/hero" />';
    expect(await moved('src/main/res/layout/a.xml', layout, drawable, android)).toEqual({});
    const asset = `Image.asset(r'${OLD}')`;
    expect(await moved('a.dart', asset, "it's.png", project('flutter'))).toEqual({});
    expect(await moved('a.tex', `\\includegraphics{${OLD}}`, 'a "b".png')).toEqual({});
    expect(await moved('a.rst', `.. image:: ${OLD}`, 'a\nb.png')).toEqual({});
  });

  it.each([
    ['a.md', `![A](${OLD}?v=2#top)`, '![A](my%20boat.png?v=2#top)'],
    ['a.ts', `import a from './${OLD}?url';`, "import a from './my boat.png?url';"],
    ['a.yaml', `image: ${OLD}?v=2`, 'image: my%20boat.png?v=2'],
    ['app.yaml', `image: ${OLD}`, 'image: my boat.png'],
  ])('keeps in %s what stands behind the path and needs no quotes', async (path, text, after) => {
    expect((await moved(path, text, 'my boat.png')).after).toBe(after);
  });
});

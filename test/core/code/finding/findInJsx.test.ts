import { describe, expect, it } from 'vitest';

import { findInJsx } from '../../../../src/core/code/finding/findInJsx';
import { expectExactSpans } from './exactSpans';

function pathsIn(text: string, path = 'a.jsx'): readonly string[] {
  const found = findInJsx(text, path);
  expectExactSpans(text, found, (changed) => findInJsx(changed, path));
  return found.map((reference) => reference.path);
}

describe('findInJsx', () => {
  it.each<[string, string, string[]]>([
    ['an img', '<img src="/a.png" />', ['/a.png']],
    ['quotes of both kinds', `<img src='a "b".png' />`, ['a "b".png']],
    ['character references', '<img src="a&amp;b&eacute;.png" />', ['a&bé.png']],
    ['percent signs', '<img src="a%20b.png?v=1" />', ['a b.png']],
    ['strings in braces', `<img src={'a.png'} />`, ['a.png']],
    ['escapes', String.raw`<img src={'it\'s\u00e9.png'} />`, ["it'sé.png"]],
    ['templates', '<img src={`a.png`} />', ['a.png']],
    ['a srcSet', '<img srcSet="a.png 1x, b.png 2x" src="c.png" />', ['a.png', 'b.png', 'c.png']],
    ['a srcSet on lines', '<img srcSet={`a.png 1x,\r\n  b.png 2x`} />', ['a.png', 'b.png']],
    [
      'an escaped srcSet',
      String.raw`<img srcSet={'a\u00e9.png 1x, \'b.png 2x'} />`,
      ['aé.png', "'b.png"],
    ],
    [
      'a picture',
      '<picture><source srcSet="a.avif" /><img src="b.jpg" /></picture>',
      ['a.avif', 'b.jpg'],
    ],
    ['a poster', '<video src="a.mp4" poster="a.jpg" />', ['a.jpg']],
    ['an icon', '<link rel="icon" href="/favicon.ico" />', ['/favicon.ico']],
    ['SVG', '<svg><image xlinkHref="a.png" /></svg>', ['a.png']],
    ['components', '<><Image src="/a.png" /><Chakra.Img src="b.png" /></>', ['/a.png', 'b.png']],
    ['elements in expressions', 'const a = ok && list.map((x) => <img src="a.png" />);', ['a.png']],
    [
      'elements in attributes',
      '<A icon={<img src="a.png" />}>{() => <img src="b.png" />}</A>',
      ['a.png', 'b.png'],
    ],
    [
      'placeholders',
      '<img src="https://picsum.photos/200/300" />',
      ['https://picsum.photos/200/300'],
    ],
    ['imports', `import a from './a.png';\nimport './b.jpg';`, ['./a.png', './b.jpg']],
    ['imports with a query', `import a from './a.svg?react';`, ['./a.svg']],
    ['imports with attributes', `import a from './a.png' with { type: 'file' };`, ['./a.png']],
    [
      'exports',
      `export { default as a } from './a.png';\nexport * from './b.png';`,
      ['./a.png', './b.png'],
    ],
    [
      'require',
      `const a = require('./a.png'), b = { uri: require("./b.png").default };`,
      ['./a.png', './b.png'],
    ],
    ['new URL', `const a = new URL('./a%20b.png', import.meta.url).href;`, ['./a b.png']],
    ['dynamic imports', 'const a = await import(`./a.png`);', ['./a.png']],
    ['a hash in a file’s name', `import a from './a#1.png';`, ['./a#1.png']],
    ['styles', `<a style={{ backgroundImage: 'url("a.png")', color: 'red' }} />`, ['a.png']],
    ['a byte order mark', '\uFEFFimport a from "./a.png";', ['./a.png']],
    ['Windows line ends', 'const x = 1;\r\nimport a from "./a.png";\r\n', ['./a.png']],
    [
      'letters',
      `import 图 from './图片/船.png'; // 🎨\n<img src="🎨/é.png" />`,
      ['./图片/船.png', '🎨/é.png'],
    ],
    ['a hashbang', `#!/usr/bin/env node\nrequire('./a.png')`, ['./a.png']],
    ['types of Flow', `const f = (x: ?string) => <img src="a.png" />;`, ['a.png']],
    ['a mistake', `const a = 1; const a = 2; <img src="a.png" />`, ['a.png']],
  ])('finds %s', (_, text, expected) => {
    expect(pathsIn(text)).toEqual(expected);
  });

  it.each<[string, string, string[]]>([
    ['a.ts', `const a = <string>b; import c from './c.png';`, ['./c.png']],
    ['a.ts', `import a = require('./a.png');`, ['./a.png']],
    ['a.mts', `export const a = new URL('./a.png', import.meta.url);`, ['./a.png']],
    ['a.tsx', `const A = ({ x }: { x?: string }) => <img src="a.png" alt={x!} />;`, ['a.png']],
    [
      'a.ts',
      `@Component({ template: '<img src="x.png">' }) export class A { constructor(@Inject() a: B) {} }\nimport './a.png'`,
      ['./a.png'],
    ],
    ['a.cjs', `const a = require('./a.png');`, ['./a.png']],
    ['a.vue', `const a = require('./a.png') as string; <img src="b.png" />`, ['./a.png', 'b.png']],
  ])('reads %s', (path, text, expected) => {
    expect(pathsIn(text, path)).toEqual(expected);
  });

  it.each([
    `const a = 'a.png'; const b = { src: '/b.png', image: "c.png" };`,
    `const html = '<img src="a.png">';`,
    'const html = `<img src="a.png">`;',
    'const a = css`background: url(a.png)`;',
    `// <img src="a.png" />\n/* import a from './a.png' */`,
    `<a>{/* <img src="a.png" /> */}</a>`,
    '<a>src="a.png"</a>',
    '<img src="https://example.org/a.png" />',
    '<img src="data:image/png;base64,AAAA.png" />',
    '<img src={`${base}/a.png`} />',
    '<img src={base + "/a.png"} />',
    '<img src={dark ? "a.png" : "b.png"} />',
    '<img alt="a.png" title="b.png" />',
    '<a href="a.png">large</a>',
    '<script src="a.js" />',
    '<link rel="stylesheet" href="a.png" />',
    '<img {...{ src: "a.png" }} />',
    `<a style={{ background: 'url(' + x + 'a.png)' }} />`,
    `fetch('/a.png'); load("./a.png"); new URL('./a.png'); new URL('./a.png', base);`,
    `import a from './a.js'; import b from 'https://example.org/a.png';`,
    `import a from '!!raw-loader!./a.png';`,
    `import.meta.glob('./*.png');`,
    `vi.mock('./a.png');`,
    `require('./' + name + '.png'); require(name);`,
    `export const a = './a.png';`,
    `declare module '*.png';`,
  ])('takes none from %j', (text) => {
    expect(findInJsx(text, text.startsWith('declare') ? 'a.ts' : 'a.jsx')).toEqual([]);
  });

  it('says what an element says of its image', () => {
    const text = `<main><h1>Our boats</h1>
      <img src="a.png" alt="A red boat" width={640} height="480" />
      <img src={require('./b.png')} alt={'A blue boat'} width="64px" />
      <link rel="apple-touch-icon" sizes="180x180" href="c.png" />
      <video poster="d.png" /></main>`;
    expect(findInJsx(text, 'a.jsx')).toMatchObject([
      { alt: 'A red boat', width: 640, height: 480, heading: 'Our boats', syntax: 'url' },
      { alt: 'A blue boat', width: 64, isModule: true, syntax: 'path' },
      { width: 180, height: 180, purpose: 'icon' },
      { purpose: 'poster' },
    ]);
  });

  it('gives an imported image what the element that shows it says', () => {
    const text = `import hero from './hero.png';\nimport other from './other.png';
      <Image src={hero} alt="A hero" width={1200} height={600} />;
      <img src={hero.src} alt="again" />;`;
    const [hero, other] = findInJsx(text, 'a.jsx');
    expect(hero).toMatchObject({ alt: 'A hero', width: 1200, height: 600, isModule: true });
    expect(text.slice(hero?.whole?.start, hero?.whole?.end)).toBe(`import hero from './hero.png';`);
    expect(other).not.toHaveProperty('alt');
  });

  it('gives candidates the size of their file', () => {
    const text = '<img width={100} height={50} srcSet="a.png, b.png 2x, c.png 600w" />';
    expect(findInJsx(text, 'a.jsx')).toMatchObject([
      { width: 100, height: 50 },
      { width: 200, height: 100 },
      { width: 600, height: 300 },
    ]);
  });

  it.each(['<img src="a.png"', 'const = ', '}{', '<a><b></a>', '\0', '@', '('.repeat(20_000)])(
    'throws nothing for %#',
    (text) => {
      for (const path of ['a.js', 'a.ts', 'a.tsx']) expect(findInJsx(text, path)).toEqual([]);
    },
  );

  it('reads thousands of lines, and sums as long', () => {
    const line = `export const A = () => <p title="x">{list.map((x) => <img src="a.png" alt={x} />)}</p>;\n`;
    const sum = `const s = ${Array.from({ length: 1000 }, () => "'a.png'").join(' + ')};\n`;
    expect(findInJsx(sum + line.repeat(1500), 'a.tsx')).toHaveLength(1500);
  }, 30_000);
});

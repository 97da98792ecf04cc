import { describe, expect, it } from 'vitest';

import type { ImageReference } from '../../../../src/core/code/imageReference';
import { markdownFinder } from '../../../../src/core/code/markupFinders';
import { expectExactSpans } from './exactSpans';

const findInMarkdown = await markdownFinder();

function find(text: string): readonly ImageReference[] {
  const found = findInMarkdown(text, '/docs/a.md');
  expectExactSpans(text, found, (changed) => findInMarkdown(changed, '/docs/a.md'));
  return found;
}

describe('the finder of Markdown', () => {
  it.each<[string, string, string[]]>([
    ['an image', '![A boat](a.png)', ['a.png']],
    ['a title', '![](a.png "a.png")', ['a.png']],
    ['angle brackets', '![](<a b(1.png> "x")', ['a b(1.png']],
    ['escapes', '![a.png](a\\_b\\(1.png)', ['a_b(1.png']],
    ['entities and percent signs', '![](a&amp;b%20c.png)', ['a&b c.png']],
    ['brackets in a destination', '![](a(1).png)', ['a(1).png']],
    ['letters', '# 船\n\n![船 🚢](图片/船.png) ![](b.png)', ['图片/船.png', 'b.png']],
    ['a linked image', '[![x](a.png)](b.png)', ['a.png']],
    ['a definition once', '![x][a] and ![y][a]\n\n[a]: a.png\n[a]: b.png', ['a.png']],
    ['a definition above', '[a]: <a b.png> "t"\n\n![a]', ['a b.png']],
    ['an image in a quote and a list', '> - x\n>   ![](a.png)\n> - ![](b.png)', ['a.png', 'b.png']],
    [
      'an image in a table',
      '|a|b|\n|-|-|\n|![](a.png)|**x** ![](b_c_d.png)|',
      ['a.png', 'b_c_d.png'],
    ],
    ['an image in a heading', '# ![x](a.png) y', ['a.png']],
    ['carriage returns', '---\r\ntitle: x\r\n---\r\n\r\n![a\r\nb](a.png)\r\n', ['a.png']],
    ['tabs', '-\t![](a.png)\n\n\t![](b.png)', ['a.png', 'b.png']],
    ['HTML in a line', 'x <img src="a.png"> y <img src=\'b.png\'>', ['a.png', 'b.png']],
    ['HTML as a block', '<p align="center">\n  <img src="a.png">\n</p>', ['a.png']],
    ['HTML around Markdown', '<div>\n\n![](a.png)\n\n<img src="b.png"></div>', ['a.png', 'b.png']],
    [
      'the sources of a picture',
      'x <picture><source srcset="a.png 2x"><img src="b.png"></picture>',
      ['a.png', 'b.png'],
    ],
    [
      'front matter',
      '---\r\ntitle: x\r\ncover: "img/a b.png"\r\n---\r\n\r\n![](b.png)',
      ['img/a b.png', 'b.png'],
    ],
    ['a sheet', '<style>\np { background: url(a.png) }\n</style>', ['a.png']],
  ])('finds %s', (_, text, paths) => {
    expect(find(text).map(({ path }) => path)).toEqual(paths);
    expect(find(`\uFEFF${text}`).map(({ path }) => path)).toEqual(paths);
  });

  it.each([
    ['links', '[x](a.png) <a.png>'],
    ['definitions that only links use', '[x][a]\n\n[a]: a.png'],
    ['definitions that nothing uses', '[a]: a.png'],
    ['code', '```md\n![](a.png)\n```\n\n    ![](a.png)\n\n`![](a.png)` ``` <img src="a.png"> ```'],
    ['comments', '<!-- ![](a.png) <img src="a.png"> -->\n\nx <!-- <img src="a.png"> --> y'],
    ['scripts', `<script>\nx = '<img src="a.png">'\n\n![](a.png)\n</script>`],
    ['remote images', '![](https://example.org/a.png) ![](data:image/png;base64,AA)'],
    ['templates', '![]({{site.url}}/a.png) ![](%PUBLIC_URL%/a.png)'],
    ['what is escaped', '\\![](a.png) !\\[](a.png) \\<img src="a.png">'],
    ['TOML', '+++\nimage = "![](a.png)"\n+++'],
  ])('finds nothing in %s', (_, text) => {
    expect(find(text)).toEqual([]);
  });
});

describe('what Markdown says of an image', () => {
  it.each<[string, string, Partial<ImageReference>]>([
    ['words', '![A *red* boat](a.png)', { alt: 'A red boat' }],
    ['a title', '![](a.png "A boat")', { alt: 'A boat' }],
    ['the words of its first use', '![A boat][a] ![x][a]\n\n[a]: a.png', { alt: 'A boat' }],
    [
      'a heading',
      '# Old\n\nOur **snake_case** _boats_\n---\n\n![](a.png)',
      { heading: 'Our snake_case boats' },
    ],
    [
      'a heading of HTML',
      '<h1 align="center">Our boats</h1>\n\n![](a.png)',
      { heading: 'Our boats' },
    ],
    [
      'what the image of its picture says',
      '<picture><source srcset="a.png"><img src="https://x.org/b.png" alt="A boat"></picture>',
      { alt: 'A boat' },
    ],
    [
      'a heading above HTML',
      '# Our `boats`\n\n<img src="a.png" width=30>',
      { heading: 'Our boats', width: 30 },
    ],
  ])('%s', (_, text, said) => {
    expect(find(text)).toEqual([expect.objectContaining(said)]);
  });

  it('takes an image away as a whole, and a definition not at all', () => {
    expect(find('x ![y](a.png)')[0]?.whole).toEqual({ start: 2, end: 13 });
    expect(find('![x][a]\n\n[a]: a.png')[0]).not.toHaveProperty('whole');
  });
});

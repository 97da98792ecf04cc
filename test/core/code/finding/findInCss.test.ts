import { describe, expect, it } from 'vitest';

import { findInCss } from '../../../../src/core/code/finding/findInCss';
import { expectExactSpans } from './exactSpans';

function pathsIn(text: string, path = 'a.css'): readonly string[] {
  const found = findInCss(text, path);
  expectExactSpans(text, found, (changed) => findInCss(changed, path));
  return found.map((reference) => reference.path);
}

describe('findInCss', () => {
  it.each<[string, string, string[]]>([
    ['an unquoted URL', '.a { background: url(a.png) }', ['a.png']],
    ['a quoted one', ".a { background: url('a b.png') }", ['a b.png']],
    ['blanks around it', '.a { background: url( "a.png" ) }', ['a.png']],
    ['percent signs', '.a { background: url(a%20b.png?v=1) }', ['a b.png']],
    ['escapes', '.a { background: url(a\\ b\\28 1\\).png) }', ['a b(1).png']],
    ['an escaped line end', '.a { background: url("a\\\n.png") }', ['a.png']],
    ['letters', '.a { background: URL(图片/船.PNG) }', ['图片/船.PNG']],
    ['several backgrounds', '.a { background: url(a.png), url(b.webp) }', ['a.png', 'b.webp']],
    [
      'several lines',
      '.a {\n  background:\n    url(a.png)\n      no-repeat,\n    url("b.png");\n}',
      ['a.png', 'b.png'],
    ],
    [
      'image-set with strings',
      '.a { background: image-set("a.png" 1x, "a@2x.png" type("image/png") 2x) }',
      ['a.png', 'a@2x.png'],
    ],
    [
      'image-set with url()',
      '.a { background: -webkit-image-set(url(a.avif) 1x, url("b.jpg") 2x) }',
      ['a.avif', 'b.jpg'],
    ],
    ['src()', '.a { background: src("a.png") }', ['a.png']],
    ['a gradient with an image', '.a { mask: linear-gradient(red, blue), url(m.png) }', ['m.png']],
    ['cross-fade', '.a { content: cross-fade(url(a.png) 50%, url(b.png)) }', ['a.png', 'b.png']],
    ['custom properties', ':root { --hero: url(a.png); --b:url("b.png") }', ['a.png', 'b.png']],
    [
      'cursors and list marks',
      'li { cursor: url(c.png), auto; list-style: url(l.gif) }',
      ['c.png', 'l.gif'],
    ],
    ['media queries', '@media print { .a { content: url(a.png) } }', ['a.png']],
    ['nested rules', '.a { &:hover { background: url(a.png) } }', ['a.png']],
    ['a style attribute', 'color: red; background: url(a.png)', ['a.png']],
    ['an old hack', '.a { *background: url(a.png); _background: url(b.png) }', ['a.png', 'b.png']],
    ['importance', '.a { background: url(a.png) !important; }', ['a.png']],
    ['a byte order mark', '\uFEFF.a { background: url(a.png) }', ['a.png']],
    ['Windows line ends', '.a {\r\n  background:\r\n    url(a.png);\r\n}\r\n', ['a.png']],
    [
      'placeholders',
      '.a { background: url(https://placehold.co/600x400) }',
      ['https://placehold.co/600x400'],
    ],
    [
      'a comment beside',
      '.a { background: /* url(x.png) */ url(a.png) /* url(y.png) */ }',
      ['a.png'],
    ],
    ['a comment before the colon', '.a { background /* url(a.png) */ : url(a.png) }', ['a.png']],
  ])('finds %s', (_, text, expected) => {
    expect(pathsIn(text)).toEqual(expected);
  });

  it.each([
    '@import url("theme.png");',
    '@import "a.png";',
    '@namespace svg url(http://example.org/a.png);',
    '@font-face { font-family: x; src: url(x.woff2), url(x.svg#x), url(x.png) }',
    '/* .a { background: url(a.png) } */',
    '.a { background: url(https://example.org/a.png) }',
    '.a { background: url(//example.org/a.png) }',
    '.a { background: url(data:image/png;base64,AAAA.png) }',
    '.a { fill: url(#gradient) }',
    '.a { filter: url(filters.svg#blur) }',
    '.a { content: "a.png" }',
    '.a { background: var(--hero) }',
    '.a { background: url() }',
    '.a { background: url(video.mp4) }',
    '.a[data-image="a.png"] { color: red }',
    '@supports (background: url(a.png)) { .a { color: red } }',
    '.a { background: image-set("a.txt" type("image/a.png") 1x) }',
  ])('takes none from %j', (text) => {
    expect(findInCss(text, 'a.css')).toEqual([]);
  });

  it.each<[string, string, string[]]>([
    ['variables', '$hero: url("a.png");\n$map: (a: url(b.png), b: 2);', ['a.png', 'b.png']],
    ['mixins', '.a { @include bg(url("a.png"), 2px) { color: red } }', ['a.png']],
    ['functions', '@function f() { @return url(a.png); }', ['a.png']],
    ['nested properties', '.a { background: { image: url(a.png) } }', ['a.png']],
    [
      'line comments',
      '// url(x.png)\n.a { b: url(a.png), // url(y.png)\n url(b.png); } // z',
      ['a.png', 'b.png'],
    ],
    ['interpolated names', '.a { #{$side}-image: url(a.png) }', ['a.png']],
    ['placeholders', '%a { background: url(//placehold.co/20) }', ['//placehold.co/20']],
  ])('finds %s of SCSS', (_, text, expected) => {
    expect(pathsIn(text, 'a.scss')).toEqual(expected);
  });

  it.each([
    '.a { background: url("#{$base}/a.png") }',
    '.a { background: url(#{$base}a.png) }',
    '.a { background: url($base + "a.png") }',
    '.a { background: url($base/a.png) }',
    '.a { background: url("img/" + $name + ".png") }',
    '@use "a.png";',
    '@forward "a.png";',
    '@include bg("a.png");',
    '// .a { background: url(a.png) }',
  ])('takes none from the SCSS %j', (text) => {
    expect(findInCss(text, 'a.scss')).toEqual([]);
  });

  it.each<[string, string, string[]]>([
    ['variables', '@hero: url("a.png");\n@b : url(b.png);', ['a.png', 'b.png']],
    ['mixins', '.a { .bg(url("a.png")); #m.bg(url(b.png)); }', ['a.png', 'b.png']],
    ['rulesets', '@r: { background: url(a.png) }', ['a.png']],
    [
      'merged properties',
      '.a { background+: url(a.png), // url(x.png)\n url(b.png); }',
      ['a.png', 'b.png'],
    ],
    [
      'line comments',
      "// it's url(x.png)\n.a { // url(y.png)\n background: url(a.png); // c\n}\n.b { background: url(b.png) }",
      ['a.png', 'b.png'],
    ],
  ])('finds %s of Less', (_, text, expected) => {
    expect(pathsIn(text, 'a.less')).toEqual(expected);
  });

  it.each([
    '.a { background: url("@{base}/a.png") }',
    '@import (css) url("a.png");',
    '@plugin "a.png";',
    '.a { background: data-uri("a.png") }',
  ])('takes none from the Less %j', (text) => {
    expect(findInCss(text, 'a.less')).toEqual([]);
  });

  it.each<[string, { width?: number; height?: number }[]]>([
    ['width: 640px; height: 320px; background: url(a.png)', [{ width: 640, height: 320 }]],
    [
      'background: url(a.png); background-size: 64px 32px; width: 100px',
      [{ width: 64, height: 32 }],
    ],
    ['background-image: url(a.png); background-size: 64px auto', [{ width: 64 }]],
    [
      'background: url(a.png); background-size: cover; width: 50%; height: 300px',
      [{ height: 300 }],
    ],
    [
      'width: 10px; height: 20px; background: image-set("a.png", "b.png" 2x, "c.png" 288dpi)',
      [
        { width: 10, height: 20 },
        { width: 20, height: 40 },
        { width: 30, height: 60 },
      ],
    ],
    ['width: 10px; height: 20px; cursor: url(a.png)', [{}]],
    ['width: 10px; background: url(https://placehold.co/600x400)', [{ width: 600, height: 400 }]],
  ])('reads the size in %j', (declarations, sizes) => {
    const found = findInCss(`.a { ${declarations} }`, 'a.css');
    expect(
      found.map(({ width, height }) => ({ ...(width && { width }), ...(height && { height }) })),
    ).toEqual(sizes);
  });

  it('says what a background is, and what goes with it', () => {
    const text =
      '.a { background-image: url(a.png); background: red url(b.png); cursor: url(c.png) }';
    const found = findInCss(text, 'a.css');
    expect(found.map(({ purpose }) => purpose)).toEqual(['background', 'background', undefined]);
    expect(found.map(({ whole }) => whole && text.slice(whole.start, whole.end))).toEqual([
      'background-image: url(a.png);',
      undefined,
      'cursor: url(c.png)',
    ]);
  });

  it.each([
    '.a { background: url(a.png',
    '.a { background: url("a.png) }',
    '}',
    '.a {',
    '@',
    '{{{',
    '\0',
  ])('throws nothing for %j', (text) => {
    for (const path of ['a.css', 'a.scss', 'a.less']) expect(findInCss(text, path)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';

import { findInDart } from '../../../../src/core/code/finding/findInDart';
import { findInKotlin } from '../../../../src/core/code/finding/findInKotlin';
import { findInSwift } from '../../../../src/core/code/finding/findInSwift';
import type { ImageReference } from '../../../../src/core/code/imageReference';
import { expectExactSpans } from './exactSpans';

function pathsIn(
  find: (text: string) => readonly ImageReference[],
  text: string,
): readonly string[] {
  const found = find(text);
  expectExactSpans(text, found, find);
  return found.map((reference) => reference.path);
}

describe('findInDart', () => {
  it.each<[string, string, string[]]>([
    ['assets', "Image.asset('assets/a.png')", ['assets/a.png']],
    ['double quotes', 'const Image.asset("a b.png", width: 1)', ['a b.png']],
    [
      'providers',
      "DecorationImage(image: AssetImage('a.png')), ExactAssetImage('b.png')",
      ['a.png', 'b.png'],
    ],
    ['arguments on lines', "Image.asset(\r\n  width: 3,\r\n  'a.png',\r\n)", ['a.png']],
    [
      'raw and long strings',
      `Image.asset(r'a$.png'); AssetImage('''b.png'''); AssetImage("""c.png""")`,
      ['a$.png', 'b.png', 'c.png'],
    ],
    ['escapes', String.raw`AssetImage('it\'s\u{e9}.png')`, ["it'sé.png"]],
    [
      'prefixed libraries',
      "ui.Image.asset('a.png'); material.AssetImage('b.png')",
      ['a.png', 'b.png'],
    ],
    ['placeholders', "Image.network('https://picsum.photos/200')", ['https://picsum.photos/200']],
    [
      'cached ones',
      "CachedNetworkImage(imageUrl: 'https://placehold.co/60')",
      ['https://placehold.co/60'],
    ],
    ['faded ones', "FadeInImage.assetNetwork(placeholder: 'a.png', image: url)", ['a.png']],
    [
      'one behind comments',
      "/* /* Image.asset('x.png') */ */ // AssetImage('y.png')\nAssetImage('a.png')",
      ['a.png'],
    ],
    [
      'one behind filled strings',
      `print("\${x ? "'" : '"'} $y '"); AssetImage('a.png')`,
      ['a.png'],
    ],
    ['letters', "\uFEFF// 🎨\nImage.asset('图片/船.png')", ['图片/船.png']],
  ])('finds %s', (_, text, expected) => {
    expect(pathsIn(findInDart, text)).toEqual(expected);
  });

  it.each([
    "// Image.asset('a.png')",
    "/// Use `Image.asset('a.png')`.",
    "/* Image.asset('a.png') */",
    'final s = "Image.asset(\'a.png\')";',
    "final path = 'assets/a.png';",
    "Image.asset(path); Image.asset('assets/$name.png'); Image.asset('a' 'b.png'); Image.asset('a/' + x)",
    "Image.asset('a.png', package: 'other')",
    "Image.asset('packages/other/a.png')",
    "Image.network('https://example.org/a.png')",
    "SvgPicture.asset('a.svg'); Lottie.asset('a.png'); MyAssetImage('a.png')",
    "rootBundle.load('a.png')",
    "Image.asset('a.png'",
    "Image.asset('a.png",
    "Image.asset('${'{'.repeat(3)}",
    'Image.asset(',
    '/*',
    '"""',
  ])('takes none from %j', (text) => {
    expect(findInDart(text)).toEqual([]);
  });

  it('takes words and sizes', () => {
    const text =
      "Image.asset('a.png', semanticLabel: 'A red boat', width: 120.0, height: 80, fit: f(x))";
    expect(findInDart(text)).toEqual([
      {
        start: 13,
        end: 18,
        raw: 'a.png',
        path: 'a.png',
        syntax: 'path',
        alt: 'A red boat',
        width: 120,
        height: 80,
      },
    ]);
  });
});

describe('findInSwift', () => {
  it.each<[string, string, string[]]>([
    ['images', 'Image("hero")', ['hero']],
    ['decorative ones', 'SwiftUI.Image(decorative: "hero", bundle: .main)', ['hero']],
    ['those of UIKit and AppKit', 'UIImage(named: "a"); NSImage(named: "b")', ['a', 'b']],
    ['labels', 'Label("Boats", image: "boat")', ['boat']],
    ['literals', '#imageLiteral(resourceName: "a")', ['a']],
    ['raw strings', 'Image(#"a"b"#)', ['a"b']],
    ['one behind filled strings', 'print("\\(x ? "\\"" : ")") "); Image("a")', ['a']],
    ['one behind a long string', 'let s = """\n "Image("x")\n"""\nImage("a")', ['a']],
    ['letters and blanks', '// 🎨\r\nImage("Rotes Boot 船")', ['Rotes Boot 船']],
  ])('finds %s', (_, text, expected) => {
    expect(pathsIn(findInSwift, text)).toEqual(expected);
  });

  it.each([
    'Image(systemName: "star")',
    'Image(name)',
    'Image("a\\(n)")',
    '// Image("a")',
    '/* /* */ Image("a") */',
    'let s = "Image(\\"a\\")"',
    'Other.Image("a")',
    'Image("")',
    'UIImage(named: "a.png")',
    'Label("a", systemImage: "b")',
    'Text("a.png")',
    'constructor("a"); toString("b")',
    'Image("a',
    'Image("a"',
  ])('takes none from %j', (text) => {
    expect(findInSwift(text)).toEqual([]);
  });

  it('takes a label', () => {
    expect(findInSwift('Image("hero", label: Text("A red boat"))')).toEqual([
      { start: 7, end: 11, raw: 'hero', path: 'hero', syntax: 'resource', alt: 'A red boat' },
    ]);
  });
});

describe('findInKotlin', () => {
  it.each<[string, string, string[]]>([
    ['drawables', 'painterResource(R.drawable.hero)', ['hero']],
    ['launcher icons', 'setIcon(R.mipmap.ic_launcher)', ['mipmap/ic_launcher']],
    ['several', 'listOf(R.drawable.a, R.drawable\n.b)', ['a', 'b']],
    [
      'one behind strings and characters',
      `val q = '"'; val s = "\${if (a) "}" else "{"} $b"; f(R.drawable.a)`,
      ['a'],
    ],
    ['one behind a raw string', 'val s = """ \\"""; f(R.drawable.a)', ['a']],
    ['Windows line ends', '// 🎨\r\nf(R.drawable.a)\r\n', ['a']],
  ])('finds %s', (_, text, expected) => {
    expect(pathsIn(findInKotlin, text)).toEqual(expected);
  });

  it.each([
    'android.R.drawable.ic_delete',
    'R.string.hero; R.layout.drawable; Res.drawable.a; r.drawable.a',
    '// R.drawable.a',
    '/* R.drawable.a /* */ R.drawable.b */',
    'val s = "R.drawable.a"',
    'val s = """\nR.drawable.a\n"""',
    'R.drawable',
    'R.drawable.',
    '"',
    '"${',
  ])('takes none from %j', (text) => {
    expect(findInKotlin(text)).toEqual([]);
  });

  it('takes what describes the picture in the same call', () => {
    const text = `Image(painter = painterResource(id = R.drawable.a), contentDescription = "A red boat")
Image(painterResource(R.drawable.b), contentDescription = null)
Icon(painterResource(R.drawable.c), null); Image(x, contentDescription = "Other")`;
    expect(findInKotlin(text).map(({ alt }) => alt)).toEqual(['A red boat', undefined, undefined]);
  });
});

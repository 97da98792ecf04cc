import { describe, expect, it } from 'vitest';

import type { ImageReference } from '../../../../src/core/code/imageReference';
import { htmlFinder } from '../../../../src/core/code/markupFinders';
import { expectExactSpans } from './exactSpans';

const findInHtml = await htmlFinder();

function find(text: string): readonly ImageReference[] {
  const found = findInHtml(text, '/site/index.html');
  expectExactSpans(text, found, (changed) => findInHtml(changed, '/site/index.html'));
  return found;
}

describe('the finder of HTML', () => {
  it.each<[string, string, string[]]>([
    ['an image', '<img src="a.png">', ['a.png']],
    ['single quotes', "<img src='a b.png'>", ['a b.png']],
    ['no quotes', '<img src=a.png alt=x>', ['a.png']],
    ['upper case and blanks', '<IMG\r\n  SRC = "a.PNG"\r\n/>', ['a.PNG']],
    ['blanks within the quotes', '<img src=" a.png ">', ['a.png']],
    ['entities', '<img src="a&amp;b&#32;c.png">', ['a&b c.png']],
    ['percent signs and a query', '<img src="a%20b.png?v=1#x">', ['a b.png']],
    ['letters', '<img src="图片/船.webp">', ['图片/船.webp']],
    ['a srcset', '<img srcset="a.png, b.png 2x">', ['a.png', 'b.png']],
    ['src and srcset', '<img src="a.png" srcset="b.png 1x,c.png 2x">', ['a.png', 'b.png', 'c.png']],
    [
      'a srcset with entities',
      '<img srcset="a&amp;b.png 1x,&#10;c&amp;.png 2x">',
      ['a&b.png', 'c&.png'],
    ],
    ['a srcset of lines', '<img srcset="\r\n a.png 1x,\r\n b.png 2x\r\n">', ['a.png', 'b.png']],
    [
      'a picture',
      '<picture><source srcset="a.avif" type="image/avif"><img src="a.png"></picture>',
      ['a.avif', 'a.png'],
    ],
    ['a button', '<input type="IMAGE" src="a.png"><input src="b.png">', ['a.png']],
    ['a poster', '<video poster="a.jpg" src="a.mp4"><source src="b.mp4"></video>', ['a.jpg']],
    [
      'icons',
      '<link rel="shortcut icon" href="a.ico"><link rel=apple-touch-icon href="b.png"><link rel="mask-icon" href="c.svg"><link rel=canonical href="d.png">',
      ['a.ico', 'b.png', 'c.svg'],
    ],
    [
      'a preload',
      '<link rel=preload as=image href="a.png" imagesrcset="b.png 1x, c.png 2x"><link rel=preload as=font href="d.svg">',
      ['a.png', 'b.png', 'c.png'],
    ],
    [
      'previews',
      '<meta property="og:image" content="/a.png"><meta name="twitter:image" content="b.png"><meta property="og:url" content="c.png">',
      ['/a.png', 'b.png'],
    ],
    ['SVG', '<svg><image href="a.png"/><image xlink:href="b.png"/></svg>', ['a.png', 'b.png']],
    ['a style', `<p style='background:url("a.png")'>`, ['a.png']],
    ['a style with entities', '<p style="background:url(&quot;a.png&quot;)">', ['a.png']],
    ['a sheet', '<style>p { background: url(a.png) }</style>', ['a.png']],
    ['backgrounds', '<body background="a.png"><td background=b.gif>', ['a.png', 'b.gif']],
    ['an object', '<object data="a.svg"></object>', ['a.svg']],
    ['a template', '<template><img src="a.png"></template>', ['a.png']],
    ['noscript', '<head><noscript><img src="a.png"></noscript></head>', ['a.png']],
    ['a piece of a table', '<tr><td><img src="a.png"></table>', ['a.png']],
    ['a title in SVG', '<svg><title>x</title><style/><image href="a.png"/></svg>', ['a.png']],
    ['a component', '<nuxt-img src="a.png"></nuxt-img>', ['a.png']],
    ['placeholders', '<img src="https://placehold.co/600x400">', ['https://placehold.co/600x400']],
    ['elements of any name', '<constructor><img src="a.png"></constructor>', ['a.png']],
    ['what is cut off', '<div><img src="a.png"><p', ['a.png']],
  ])('finds %s', (_, text, paths) => {
    expect(find(text).map(({ path }) => path)).toEqual(paths);
    expect(find(`\uFEFF${text}`).map(({ path }) => path)).toEqual(paths);
  });

  it.each([
    ['comments', '<!-- <img src="a.png"> -->'],
    ['scripts', `<script>document.write('<img src="a.png">')</script>`],
    ['links', '<a href="a.png">x</a>'],
    ['text', '<textarea><img src="a.png"></textarea><title><img src="a.png"></title>'],
    ['remote images', '<img src="https://example.org/a.png"><img src="//example.org/a.png">'],
    ['data', '<img src="data:image/png;base64,AA" srcset="data:image/png;base64,AA 2x">'],
    [
      'templates',
      '<img src="{{ x }}.png"><img src="<%= x %>/a.png"><img src="{% static "a.png" %}">',
    ],
    ['PHP', `<?php echo '<img src="a.png">'; $x->y('<img src="b.png">') ?>`],
    ['comments of templates', '{# <img src="a.png"> #}{{!-- <img src="a.png"> --}}'],
    ['text that is no tag', '&lt;img src="a.png"&gt; < img src="a.png">'],
    ['a broken srcset', '<img srcset="a.png 1q">'],
    ['empty attributes', '<img src><img src=""><img srcset="">'],
  ])('finds nothing in %s', (_, text) => {
    expect(find(text)).toEqual([]);
  });
});

describe('what HTML says of an image', () => {
  it.each<[string, string, Partial<ImageReference>]>([
    ['words', '<img src=a.png alt=" A  red boat ">', { alt: 'A red boat' }],
    ['a label', '<img src=a.png alt="" aria-label="A boat">', { alt: 'A boat' }],
    ['a title', '<img src=a.png title="A &amp; B">', { alt: 'A & B' }],
    [
      'a caption',
      '<figure><p><img src=a.png></p><figcaption>A <b>boat</b></figcaption></figure>',
      { alt: 'A boat' },
    ],
    [
      'a heading',
      '<h1>Old</h1><h2>Our <i>boats</i></h2><p><img src=a.png>',
      { heading: 'Our boats' },
    ],
    ['a size', '<img src=a.png width=640 height="480px">', { width: 640, height: 480 }],
    [
      'the size of a 2x candidate',
      '<img srcset="a.png 2x" width=640 height=480>',
      { width: 1280, height: 960 },
    ],
    [
      'the size of a w candidate',
      '<img srcset="a.png 1000w" width=640 height=480>',
      { width: 1000, height: 750 },
    ],
    [
      'what the image of its picture says',
      '<picture><source srcset="a.png 2x"><img src="https://x.org/b.png" alt="A boat" width=30 height=20></picture>',
      { alt: 'A boat', width: 60, height: 40 },
    ],
    [
      'the size of a placeholder',
      '<img src="https://placehold.co/600x400" width=300>',
      { width: 600, height: 400, isPlaceholder: true },
    ],
    [
      'an icon',
      '<link rel=icon href=a.png sizes="16x16 32x32">',
      { purpose: 'icon', width: 32, height: 32 },
    ],
    [
      'a preview',
      '<meta property=og:image content=/a.png>',
      { purpose: 'og-image', width: 1200, height: 630 },
    ],
    [
      'a preview with its size',
      '<meta property=og:image content=/a.png><meta property=og:image:width content=800><meta property=og:image:height content=418>',
      { purpose: 'og-image', width: 800, height: 418 },
    ],
    [
      'a poster',
      '<video poster=a.png width=640 height=360></video>',
      { purpose: 'poster', width: 640, height: 360 },
    ],
    ['a background', '<p style="background: url(a.png)">', { purpose: 'background' }],
  ])('%s', (_, text, said) => {
    expect(find(text)).toEqual([expect.objectContaining(said)]);
  });

  it('takes an image away with its element, unless others share that', () => {
    const alone = '<img src=a.png>';
    expect(find(`<p>${alone}</p>`)).toEqual([
      expect.objectContaining({ whole: { start: 3, end: 3 + alone.length } }),
    ]);
    for (const image of find('<img src=a.png srcset="b.png 2x">'))
      expect(image).not.toHaveProperty('whole');
  });
});

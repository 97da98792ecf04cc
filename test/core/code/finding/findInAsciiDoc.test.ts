import createAsciidoctor from '@asciidoctor/core';
import { describe, expect, it } from 'vitest';

import { findInAsciiDoc } from '../../../../src/core/code/finding/findInAsciiDoc';
import { expectExactSpans } from './exactSpans';

function pathsIn(text: string): readonly string[] {
  const found = findInAsciiDoc(text, 'a.adoc');
  expectExactSpans(text, found, (changed) => findInAsciiDoc(changed, 'a.adoc'));
  return found.map((reference) => reference.path);
}

describe('findInAsciiDoc', () => {
  it.each<[string, string, string[]]>([
    ['block macros', 'image::a.png[]', ['a.png']],
    ['inline macros', 'Look: image:a.png[A boat] and image:b c.png[].', ['a.png', 'b c.png']],
    ['letters and percent signs', 'image::图片/%E8%88%B9.png[船]', ['图片/船.png']],
    ['links and titles', '.A boat\n[#boat,link=x.png]\nimage::a.png[]', ['a.png']],
    [
      'examples, sidebars, tables',
      '====\nimage::a.png[]\n====\n|===\n|image:b.png[]\n|===',
      ['a.png', 'b.png'],
    ],
    [
      'lists',
      '* a\n+\nimage::a.png[]\n* image:b.png[]\n  image:c.png[]',
      ['a.png', 'b.png', 'c.png'],
    ],
    ['one behind a listing', '----\nimage::x.png[]\n----\nimage::a.png[]', ['a.png']],
    [
      'one behind a longer listing',
      '-----\n----\nimage::x.png[]\n-----\nimage::a.png[]',
      ['a.png'],
    ],
    ['one behind a source paragraph', '[source]\nimage::x.png[]\n\nimage::a.png[]', ['a.png']],
    [
      'one behind a literal paragraph',
      'Text.\n\n image:x.png[]\n image:y.png[]\n\nimage::a.png[]',
      ['a.png'],
    ],
    ['one behind a comment', '// image::x.png[]\nimage::a.png[]', ['a.png']],
    ['escaped brackets', 'image:a.png[a \\] b] image:b.png[]', ['a.png', 'b.png']],
    ['placeholders', 'image::https://picsum.photos/200/300[]', ['https://picsum.photos/200/300']],
    ['Windows line ends', '\uFEFFimage::a.png[]\r\nimage::b.png[]\r\n', ['a.png', 'b.png']],
  ])('finds %s', (_, text, expected) => {
    expect(pathsIn(text)).toEqual(expected);
  });

  it.each([
    '[source,asciidoc]\n----\nimage::a.png[]\n----',
    '....\nimage::a.png[]\n....',
    '////\nimage::a.png[]\n////',
    '```adoc\nimage::a.png[]\n```',
    '++++\nimage::a.png[]\n++++',
    '----\nimage::a.png[]',
    ' image::a.png[]',
    'Write \\image:a.png[] or `+image:b.png[]+` or pass:[image:c.png[\\]].',
    'See image::a.png[] here.',
    'image::https://example.org/a.png[]',
    'image::data:image/png;base64,a.png[]',
    'image::{url}/a.png[]',
    'link:a.png[a boat]',
    'icon:a.png[]',
    'image::a.png',
    ':imagesdir: https://example.org\n\nimage::a.png[]',
  ])('takes none from %j', (text) => {
    expect(findInAsciiDoc(text, 'a.adoc')).toEqual([]);
  });

  it('takes words and sizes', () => {
    const text = `= Boats

== Sails
.The red one
[#red]
image::a.png[]
image::b.png["Blue, at sea",640,480,role=x]
Inline image:c.png[Green,width=64px,height="32"] one.
`;
    expect(findInAsciiDoc(text, 'a.adoc')).toMatchObject([
      { alt: 'The red one', heading: 'Sails', syntax: 'url' },
      { alt: 'Blue, at sea', width: 640, height: 480 },
      { alt: 'Green', width: 64, height: 32 },
    ]);
  });

  it('says from which folder a path counts', () => {
    const text =
      'image::a.png[]\n:imagesdir: img/x\nimage::b.png[]\nimage::https://placehold.co/9[]\n:imagesdir!:\nimage::c.png[]';
    const folders = findInAsciiDoc(text, 'a.adoc').map((reference) => reference.folders);
    expect(folders).toEqual([undefined, ['img/x'], undefined, undefined]);
    const pages = ['docs/modules/ROOT/pages/a.adoc', 'docs/modules/ROOT/pages/b/a.adoc'];
    expect(pages.map((page) => findInAsciiDoc('image::a.png[]', page)[0]?.folders)).toEqual([
      ['../images'],
      ['../../images'],
    ]);
  });

  it.each([
    'See image::a.png[] here.',
    '`image:a.png[]` "image:b.png[]" [[id]]image:c.png[] myimage:d.png[] image: e.png[]',
    '* a\n+\nimage::a.png[]\n* image:b.png[]\n  image:c.png[]\n** d\n   image:d.png[]',
    '|===\n|image:b.png[]\na|image::c.png[]\n|===',
    'Text.\n image:x.png[]',
    '* a\n\n  image:x.png[]\n',
    '* a\n+\n  image:x.png[]\n',
    'a::\n  image:x.png[]',
    '[source]\n.Title\nimage::x.png[]',
    '[source]\n--\nimage::x.png[]\n--\n--\nimage::a.png[]\n--',
    '[listing]\nfoo\nimage:x.png[]\n\nimage:a.png[]',
    '[comment]\n--\nimage:x.png[]\n--',
    '[quote]\nimage:x.png[]\n\n[verse]\nimage:y.png[]',
    '[verse]\n____\nimage:x.png[]\n____',
    '[stem]\n++++\nimage:x.png[]\n++++',
    'a +b image:x.png[] c+ d, ++ image:y.png[] ++, +++image:z.png[]+++, pass:[image:c.png[\\]]',
    '----\nimage::x.png[]\n-----\n----\nimage::a.png[]',
    '==== \nimage::x.png[]\n====\nNOTE: image:a.png[]',
    'image::x.png[\n\nimage::y.png[a\nb]',
  ])('finds in %j what Asciidoctor shows', (text) => {
    const html = createAsciidoctor().convert(text) as string;
    const shown = [...html.matchAll(/<img src="([^"]*)"/g)].map(([, source]) => source);
    expect(pathsIn(text)).toEqual(shown);
  });
});

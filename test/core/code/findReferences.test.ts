import { describe, expect, it } from 'vitest';

import { findReferences } from '../../../src/core/code/findReferences';
import type { CodeLanguage } from '../../../src/core/code/language';

describe('findReferences', () => {
  it.each<[CodeLanguage, string, string, string[]]>([
    ['css', 'a.css', 'a { background: url(a.png) }', ['a.png']],
    ['scss', 'a.scss', 'a { b { background: url(a.png) } } // url(b.png)', ['a.png']],
    ['less', 'a.less', '@a: url(a.png); // url(b.png)', ['a.png']],
    ['css', 'a.css', 'a { background: url(//placehold.co/64) }', ['//placehold.co/64']],
    ['json', 'a.json', '{ "icon": "a.png" }', ['a.png']],
    ['yaml', 'a.yml', 'icon: a.png', ['a.png']],
    ['rst', 'a.rst', '.. image:: a.png', ['a.png']],
    ['asciidoc', 'a.adoc', 'image::a.png[]', ['a.png']],
    ['latex', 'a.tex', '\\includegraphics{a.png}', ['a.png']],
    ['jsx', 'a.tsx', 'const a: string = 1; <img alt="b.png" />', []],
    ['jsx', 'a.tsx', '<img src="a.png" />', ['a.png']],
    ['markdown', 'a.md', '![](a.png)', ['a.png']],
    ['mdx', 'a.mdx', '<img src="a.png" />', ['a.png']],
    ['html', 'a.html', '<img src="a.png">', ['a.png']],
    ['vue', 'a.vue', '<template><img src="a.png"></template>', ['a.png']],
    ['svelte', 'a.svelte', '<img src="a.png">', ['a.png']],
    ['astro', 'a.astro', '<img src="a.png">', ['a.png']],
    ['dart', 'a.dart', "Image.asset('a.png')", ['a.png']],
    ['swift', 'A.swift', 'Image("a")', ['a']],
    ['kotlin', 'A.kt', 'f(R.drawable.a)', ['a']],
    ['androidXml', 'res/layout/a.xml', '<a b="@drawable/a"/>', ['a']],
    ['plain', 'a.txt', 'a.png', []],
  ])('looks through %s', async (language, path, text, expected) => {
    const found = await findReferences(language, text, path);
    expect(found.map((reference) => reference.path)).toEqual(expected);
  });
});

import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';

import { named, picture } from './writing';

const frontMatter = (text: string) =>
  (parseYaml(/^---\n([^]*?\n)---/.exec(text)?.[1] ?? '') as { a: string }).a;

describe('an image that is named in data', () => {
  it.each<[string, string, string, (text: string) => unknown]>([
    ['JSON', 'a.json', '{ "a": ‸ }', (text) => (JSON.parse(text) as { a: string }).a],
    [
      'a string of JSON',
      'a.json',
      '{ "a": "‸old.png" }',
      (text) => (JSON.parse(text) as { a: string }).a,
    ],
    ['YAML', 'a.yaml', 'a: ‸\n', (text) => (parseYaml(text) as { a: string }).a],
    ['a string of YAML', 'a.yml', "a: '‸'\n", (text) => (parseYaml(text) as { a: string }).a],
    ['a page’s front matter', 'a.md', '---\na: ‸\n---\n\nText', frontMatter],
    ['a string of front matter', 'a.mdx', '---\na: "‸"\n---\n', frontMatter],
  ])('is found by the parser of %s', async (_, path, text, find) => {
    expect(find(await named(path, text, picture('img/it\'s "a" hero.png')))).toBe(
      'img/it\'s "a" hero.png',
    );
  });

  it('is found by the parser of an Android layout', async () => {
    const text = '<ImageView android:src="‸" android:id="@+id/a" />';
    const drawable = picture('app/src/main/res/drawable-xhdpi/hero.png');
    const { root } = parseXml(await named('app/src/main/res/layout/a.xml', text, drawable));
    expect((root as XmlElement).attributes['android:src']).toBe('@drawable/hero');
  });
});

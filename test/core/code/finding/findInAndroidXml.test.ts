import { describe, expect, it } from 'vitest';

import { findInAndroidXml } from '../../../../src/core/code/finding/findInAndroidXml';
import { expectExactSpans } from './exactSpans';

describe('findInAndroidXml', () => {
  it.each<[string, string[]]>([
    ['<ImageView android:src="@drawable/hero" />', ['hero']],
    ["<ImageView\r\n  app:srcCompat = '@drawable/a'\r\n/>", ['a']],
    ['<application android:icon="@mipmap/ic_launcher"/>', ['mipmap/ic_launcher']],
    ['<item name="android:windowBackground">@drawable/a</item>', ['a']],
    ['<item>\n  @drawable/a\n</item>', ['a']],
    ['<!-- "@drawable/x" --><a b="@drawable/a" c="@drawable/b"/>', ['a', 'b']],
    ['\uFEFF<a t="船" b="@drawable/a"/>', ['a']],
  ])('finds in %j', (text, expected) => {
    const found = findInAndroidXml(text);
    expectExactSpans(text, found, findInAndroidXml);
    expect(found.map((reference) => reference.path)).toEqual(expected);
  });

  it.each([
    '<!-- <a b="@drawable/a"/> -->',
    '<!-- <a b="@drawable/a"/>',
    '<a><![CDATA[ x="@drawable/a" ]]></a>',
    '<a b="@android:drawable/a" c="@color/b" d="@*android:drawable/c" e="?drawable/d"/>',
    '<string name="a">Use @drawable/a here</string>',
    '<a b="@drawable/a',
    '<',
  ])('takes none from %j', (text) => {
    expect(findInAndroidXml(text)).toEqual([]);
  });

  it('takes what describes the picture, and what it is for', () => {
    const text = `<a><ImageView android:contentDescription="A red boat" android:src="@drawable/a"/>
      <View android:background="@drawable/b" android:contentDescription="@string/c"/>
      <application android:roundIcon="@mipmap/d"/></a>`;
    expect(findInAndroidXml(text)).toMatchObject([
      { alt: 'A red boat' },
      { purpose: 'background' },
      { purpose: 'icon' },
    ]);
    expect(findInAndroidXml(text)[1]).not.toHaveProperty('alt');
  });
});

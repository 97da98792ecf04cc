import { describe, expect, it } from 'vitest';

import { mayNameImages } from '../../../src/core/code/mayNameImages';

describe('a look before parsing', () => {
  it.each([
    ['markdown', '![](a.PNG)', true],
    ['css', 'url(a.avif)', true],
    ['html', '<img src="https://placehold.co/600x400">', true],
    ['html', '<img src="https://picsum.photos/200">', true],
    ['html', '<p>Text</p>', false],
    ['kotlin', 'R.drawable.hero', true],
    ['kotlin', 'fun main() {}', false],
    ['latex', '\\section{Boats}', false],
    ['swift', 'Image("hero")', true],
    ['androidXml', '@mipmap/icon', true],
  ] as const)('of %s: %s', (language, text, may) => {
    expect(mayNameImages(text, language)).toBe(may);
  });
});

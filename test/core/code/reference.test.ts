import { describe, expect, it } from 'vitest';

import { referenceStyleOf, referenceText } from '../../../src/core/code/reference';

const target = {
  path: '../assets/red boat (1).png',
  alt: 'A "red" <boat> [x]',
  width: 640,
  height: 480,
};

describe('referenceText', () => {
  it.each([
    ['markdown', '![A "red" \\<boat\\> \\[x\\]](../assets/red%20boat%20%281%29.png)'],
    [
      'html',
      '<img src="../assets/red%20boat%20%281%29.png" alt="A &quot;red&quot; &lt;boat&gt; [x]" width="640" height="480">',
    ],
    ['css', 'url("../assets/red%20boat%20%281%29.png")'],
    ['path', '../assets/red boat (1).png'],
  ] as const)('writes %s', (style, text) => {
    expect(referenceText(style, target)).toBe(text);
  });

  it('keeps a prompt of several lines on one', () => {
    expect(referenceText('markdown', { ...target, path: 'a.png', alt: 'one\n\ntwo' })).toBe(
      '![one two](a.png)',
    );
  });
});

describe('referenceStyleOf', () => {
  it.each([
    ['markdown', '/w/README.md', 'markdown'],
    ['html', '/w/index.html', 'html'],
    ['scss', '/w/a.scss', 'css'],
    ['plaintext', '/w/App.vue', 'html'],
    ['plaintext', '/w/page.mdx', 'markdown'],
    ['typescript', '/w/a.ts', 'path'],
  ])('%s in %s is %s', (language, file, style) => {
    expect(referenceStyleOf(language, file)).toBe(style);
  });
});

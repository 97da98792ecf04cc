import { describe, expect, it } from 'vitest';

import { findInRst } from '../../../../src/core/code/finding/findInRst';
import { expectExactSpans } from './exactSpans';

function pathsIn(text: string): readonly string[] {
  const found = findInRst(text);
  expectExactSpans(text, found, findInRst);
  return found.map((reference) => reference.path);
}

describe('findInRst', () => {
  it.each<[string, string, string[]]>([
    ['images', '.. image:: a.png', ['a.png']],
    ['figures', '.. figure:: /img/a b.png\n   :alt: A boat\n\n   A caption.', ['/img/a b.png']],
    ['substitutions', '.. |boat| image:: a.png\n   :alt: boat\n\nThe |boat|.', ['a.png']],
    ['nested ones', '.. note::\n\n   .. image:: a.png\n\n   .. figure:: b.png', ['a.png', 'b.png']],
    [
      'items',
      '* .. image:: a.png\n* - .. image:: b.png\n1. .. image:: c.png',
      ['a.png', 'b.png', 'c.png'],
    ],
    ['cards', '.. grid-item-card:: Boats\n   :img-top: a.png', ['a.png']],
    ['one below a literal block', 'Code::\n\n    .. image:: x.png\n\n.. image:: a.png', ['a.png']],
    ['one below a comment', '..\n   .. image:: x.png\n\n.. image:: a.png', ['a.png']],
    ['one below an empty comment', '..\n\n.. image:: a.png', ['a.png']],
    ['one indented below an empty comment', '..\n\n   .. image:: a.png', ['a.png']],
    ['one below a target', '.. _boat:\n\n.. image:: a.png', ['a.png']],
    ['placeholders', '.. image:: https://placehold.co/600x400', ['https://placehold.co/600x400']],
    [
      'Windows line ends',
      '\uFEFF.. image:: a.png\r\n   :alt: x\r\n\r\n.. image:: b.png\r\n',
      ['a.png', 'b.png'],
    ],
    ['letters', '.. image:: 图片/船🎨.png', ['图片/船🎨.png']],
    ['paths as they are', '.. image:: a%20b.png', ['a%20b.png']],
    [
      'options that name it again',
      '.. image:: a.png\n   :target: a.png\n   :alt: a.png',
      ['a.png'],
    ],
  ])('finds %s', (_, text, expected) => {
    expect(pathsIn(text)).toEqual(expected);
  });

  it.each([
    '.. code-block:: rst\n\n   .. image:: a.png',
    '.. code:: rst\n   :number-lines:\n\n   .. image:: a.png\n\n   .. image:: b.png',
    'Like this::\n\n   .. image:: a.png\n\n   .. image:: b.png',
    '::\n\n   .. image:: a.png',
    '.. A comment.\n   .. image:: a.png',
    '.. parsed-literal::\n   .. image:: a.png',
    '* Like this::\n\n    .. image:: a.png',
    '.. image:: https://example.org/a.png',
    '.. image:: data:image/png;base64,a.png',
    '.. image::',
    '.. imagex:: a.png',
    'The image:: a.png, and a.png',
    '``.. image:: a.png``',
    '`a link <a.png>`_',
    '.. figure:: {path}/a.png',
  ])('takes none from %j', (text) => {
    expect(findInRst(text)).toEqual([]);
  });

  it('takes words and sizes', () => {
    const text = `Our boats
=========

.. image:: a.png
   :width: 640px
   :height: 480
   :alt: A red boat

.. figure:: b.png
   :width: 50%

   A blue boat,
   at sea.

   More of it.
`;
    expect(findInRst(text)).toMatchObject([
      { alt: 'A red boat', width: 640, height: 480, heading: 'Our boats', syntax: 'path' },
      { alt: 'A blue boat, at sea.' },
    ]);
    expect(findInRst(text)[1]).not.toHaveProperty('width');
  });
});

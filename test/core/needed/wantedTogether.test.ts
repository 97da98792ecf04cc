import { expect, test } from 'vitest';
import type { ImageReference } from '../../../src/core/code/imageReference';
import { groupsOf } from '../../../src/core/needed/groupsOf';
import { wantedTogether } from '../../../src/core/needed/wantedTogether';

function reference(more: Partial<ImageReference> = {}): ImageReference {
  const path = '/img/red-boat.png';
  return { start: 0, end: path.length, raw: path, path, syntax: 'url', ...more };
}

test('one reference says it all', () => {
  const one = reference({ alt: 'A boat', width: 300, height: 200, purpose: 'poster' });
  expect(wantedTogether([one])).toEqual({
    prompt: 'A boat',
    width: 300,
    height: 200,
    purpose: 'poster',
  });
});

test('of several, the alternative text is taken, and the largest size', () => {
  const together = wantedTogether([
    reference({ heading: 'Harbour', width: 300, height: 200 }),
    reference({ alt: 'A boat', width: 100, height: 50 }),
    reference({ width: 250 }),
  ]);
  expect(together).toEqual({ prompt: 'A boat', width: 250 });
});

test('without one, the heading; else the file’s name', () => {
  const named = reference();
  expect(wantedTogether([named]).prompt).toMatch(/red boat/i);
  expect(wantedTogether([named, reference({ heading: 'Harbour' })]).prompt).toContain('Harbour');
});

test('groups keep the order in which they come', () => {
  expect(groupsOf(['b1', 'a1', 'b2'], (item) => item.charAt(0))).toEqual([
    { key: 'b', items: ['b1', 'b2'] },
    { key: 'a', items: ['a1'] },
  ]);
});

import { expect, test } from 'vitest';

import { parseQuality, parseSize, parseWidth } from '../../../src/core/assets/typedSize';

test.each([
  ['640 × 360', { width: 640, height: 360 }],
  ['640x360', { width: 640, height: 360 }],
  ['640X360px', { width: 640, height: 360 }],
  [' 640 ', { width: 640 }],
  ['16383', { width: 16_383 }],
  ['16384', undefined],
  ['640x', undefined],
  ['x360', undefined],
  ['640x360x2', undefined],
  ['0', undefined],
  ['-5', undefined],
  ['6.4e2', undefined],
  ['', undefined],
])('%j is the size %j', (text, size) => {
  expect(parseSize(text)).toEqual(size);
});

test.each([
  ['1', 1],
  ['100', 100],
  ['101', undefined],
  ['0', undefined],
  ['80 %', undefined],
])('%j is the quality %s', (text, quality) => {
  expect(parseQuality(text)).toBe(quality);
});

test('a width is one of which three times as much can be made', () => {
  expect([parseWidth('640'), parseWidth('640 px'), parseWidth('5461')]).toEqual([640, 640, 5461]);
  expect([parseWidth('5462'), parseWidth('wide')]).toEqual([undefined, undefined]);
});

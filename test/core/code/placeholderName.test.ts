import { expect, it } from 'vitest';

import { placeholderName } from '../../../src/core/code/placeholderName';

it.each([
  [{ alt: 'A red boat' }, 'a-red-boat'],
  [{ alt: ' ', heading: 'Our boats' }, 'our-boats'],
  [{ heading: '我们的船' }, '我们的船'],
  [{ width: 600, height: 400 }, 'image-600x400'],
  [{ purpose: 'poster', width: 600, height: 400 }, 'poster-600x400'],
  [{}, 'image'],
] as const)('a placeholder with %j becomes %s', (reference, name) => {
  expect(placeholderName(reference)).toBe(name);
});

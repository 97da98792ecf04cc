import { expect, it } from 'vitest';

import { FolderNames } from '../../src/core/folderNames';

it.each([
  ['owl.png', true],
  ['Owl.PNG', 'alike'],
  ['cafe\u0301.png', 'alike'],
  ['fox.png', false],
] as const)('knows of %s whether it is in a folder: %s', (name, found) => {
  expect(new FolderNames(['owl.png', 'caf\u00e9.png']).has(name)).toBe(found);
});

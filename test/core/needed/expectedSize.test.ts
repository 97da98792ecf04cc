import { expect, it } from 'vitest';

import { expectedSize } from '../../../src/core/needed/expectedSize';

it.each([
  [
    { width: 640, height: 368 },
    { width: 640, height: 368 },
  ],
  [{}, { width: 1024, height: 1024 }],
  [{ aspect_ratio: '16:9' }, { width: 1365, height: 768 }],
  [{ aspect_ratio: '1:4' }, { width: 512, height: 2048 }],
  [{ aspect_ratio: 'auto' }, { width: 1024, height: 1024 }],
])('%j brings %j', (parameters, size) => {
  expect(expectedSize(parameters)).toEqual(size);
});

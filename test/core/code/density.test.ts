import { describe, expect, it } from 'vitest';

import { densitySetOf } from '../../../src/core/code/density';

describe('the densities of a picture', () => {
  const names = ['hero.png', 'hero@2x.png', 'hero@3x.png', 'hero@2x.jpg', 'her.png', 'x@2x.png'];

  it('are the files that differ in it alone', () => {
    const set = {
      path: '/a/hero.png',
      scale: 1,
      finer: [
        { path: '/a/hero@2x.png', scale: 2 },
        { path: '/a/hero@3x.png', scale: 3 },
      ],
    };
    expect(densitySetOf('/a/hero.png', names)).toEqual(set);
    expect(densitySetOf('/a/hero@2x.png', names)).toEqual(set);
  });

  it('are one where the file has no others', () => {
    expect(densitySetOf('/a/her.png', names)).toEqual({ path: '/a/her.png', scale: 1, finer: [] });
    expect(densitySetOf('/a/x@2x.png', [])).toEqual({ path: '/a/x@2x.png', scale: 2, finer: [] });
  });
});

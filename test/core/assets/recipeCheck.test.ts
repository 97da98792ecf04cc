import { expect, test } from 'vitest';

import { derivedFormatOf, type Recipe } from '../../../src/core/assets/recipe';
import { recipeProblem } from '../../../src/core/assets/recipeCheck';

const picture = { width: 1000, height: 500 };

test.each<[Recipe, ReturnType<typeof recipeProblem>]>([
  [{ format: 'png' }, undefined],
  [{ format: 'webp', width: 16_383, height: 100 }, undefined],
  [{ format: 'webp', width: 16_384, height: 100 }, 'bad-recipe'],
  [{ format: 'webp', height: 10_000 }, 'bad-recipe'],
  [{ format: 'png', width: 16_000, height: 16_000 }, 'too-large'],
  [{ format: 'png', width: 0 }, 'bad-recipe'],
  [{ format: 'png', width: 1.5 }, 'bad-recipe'],
  [{ format: 'jpeg', quality: 0 }, 'bad-recipe'],
  [{ format: 'jpeg', quality: 101 }, 'bad-recipe'],
  [{ format: 'png', margin: 0.5 }, 'bad-recipe'],
  [{ format: 'ico' }, undefined],
  [{ format: 'ico', width: 256 }, undefined],
  [{ format: 'ico', width: 257 }, 'bad-recipe'],
])('%j: %s', (recipe, problem) => {
  expect(recipeProblem(recipe, picture)).toBe(problem);
});

test('a picture that memory may not hold is refused before it is decoded', () => {
  expect(recipeProblem({ format: 'png', width: 10 }, { width: 30_000, height: 30_000 })).toBe(
    'too-large',
  );
});

test.each([
  ['a/hero.JPG', 'jpeg'],
  ['hero.avif', 'avif'],
  ['favicon.ico', 'ico'],
  ['hero.svg', undefined],
])('%s asks for %s', (name, format) => {
  expect(derivedFormatOf(name)).toBe(format);
});

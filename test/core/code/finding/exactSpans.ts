import { expect } from 'vitest';

import type { ImageReference } from '../../../../src/core/code/imageReference';

/**
 * Each reference stands where it says, in the order of the text and in none of the others; another path in its place
 * is found there, and the rest as before.
 */
export function expectExactSpans(
  text: string,
  found: readonly ImageReference[],
  find: (text: string) => readonly ImageReference[],
): void {
  let last = 0;
  for (const [i, reference] of found.entries()) {
    const { start, end, raw, whole } = reference;
    expect(text.slice(start, end)).toBe(raw);
    expect(start).toBeGreaterThanOrEqual(last);
    last = end;
    if (whole !== undefined) {
      expect(whole.start).toBeLessThanOrEqual(start);
      expect(whole.end).toBeGreaterThanOrEqual(end);
    }
    const name = anotherFor(reference);
    const kind = reference.path.startsWith('mipmap/') ? 'mipmap/' : '';
    const paths = found.map(({ path }, j) => (i === j ? kind + name : path));
    const changed = find(`${text.slice(0, start)}${name}${text.slice(end)}`);
    expect(changed.map(({ path }) => path)).toEqual(paths);
  }
}

/** Where only a URL can stand, a file would not be found. */
function anotherFor({ syntax, isPlaceholder }: ImageReference): string {
  if (isPlaceholder === true) return 'https://placehold.co/77x88';
  return syntax === 'resource' ? 'another_one' : 'img/another-one.webp';
}

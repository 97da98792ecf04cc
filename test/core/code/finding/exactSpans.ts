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
  for (const [i, { start, end, raw, whole }] of found.entries()) {
    expect(text.slice(start, end)).toBe(raw);
    expect(start).toBeGreaterThanOrEqual(last);
    last = end;
    if (whole !== undefined) {
      expect(whole.start).toBeLessThanOrEqual(start);
      expect(whole.end).toBeGreaterThanOrEqual(end);
    }
    const name = found[i]?.syntax === 'resource' ? 'another_one' : 'img/another-one.webp';
    const paths = found.map((reference, j) => (i === j ? name : reference.path));
    const changed = find(`${text.slice(0, start)}${name}${text.slice(end)}`);
    expect(changed.map((reference) => reference.path)).toEqual(paths);
  }
}

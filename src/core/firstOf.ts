/** The first `count` of many, or all where there are fewer; the others are not looked at. */
export function firstOf<Each>(many: Iterable<Each>, count: number): readonly Each[] {
  const first: Each[] = [];
  if (count <= 0) return first;
  for (const each of many) {
    first.push(each);
    if (first.length >= count) break;
  }
  return first;
}

/** Things that have something in common. */
export interface Group<T> {
  readonly key: string;
  readonly items: readonly T[];
}

/** Things by what `keyOf` says of them, groups and things in the order in which they come. */
export function groupsOf<T>(items: readonly T[], keyOf: (item: T) => string): readonly Group<T>[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups].map(([key, all]) => ({ key, items: all }));
}

/** Does the work for each item, of so many at once; rejects with the first that fails. */
export async function severalAtOnce<Item>(
  items: readonly Item[],
  most: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const rest = items.values();
  // Each takes the next item that nobody has taken.
  const oneAfterOther = async () => {
    for (const item of rest) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, oneAfterOther));
}

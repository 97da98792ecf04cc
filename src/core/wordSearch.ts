/** The items in whose text every word of `query` stands, in capitals or not; all where it has none. */
export function withWords<Item>(
  items: readonly Item[],
  query: string,
  textOf: (item: Item) => string,
): readonly Item[] {
  const words = comparable(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return items;
  return items.filter((item) => {
    const text = comparable(textOf(item));
    return words.every((word) => text.includes(word));
  });
}

/** File systems differ in how they compose letters. */
function comparable(text: string): string {
  return text.normalize().toLowerCase();
}

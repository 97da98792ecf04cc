/** What is searched for: the words of a query, each to be found with `includes` in a `comparable` text. */
export function wordsIn(query: string): readonly string[] {
  return comparable(query).split(/\s+/).filter(Boolean);
}

/** Whether a `comparable` text holds each of these words. */
export function holdsWords(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

/** A text so that neither case nor how its letters are composed counts; file systems differ in the latter. */
export function comparable(text: string): string {
  return text.normalize().toLowerCase();
}

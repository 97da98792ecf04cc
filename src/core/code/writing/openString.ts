/** A string that is open at the end of a piece of text. */
export interface OpenString {
  readonly quote: '"' | "'";
  /** What stands in it so far. */
  readonly typed: string;
}

/**
 * The string that was opened in the last line of `before` and not closed. An apostrophe behind a letter opens none; after a
 * backslash any sign is one of the string.
 */
export function openStringIn(before: string): OpenString | undefined {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  let open: { readonly quote: '"' | "'"; readonly start: number } | undefined;
  for (let n = 0; n < line.length; n += 1) {
    const sign = line[n];
    if (open !== undefined) {
      if (sign === '\\') n += 1;
      else if (sign === open.quote) open = undefined;
    } else if (sign === '"' || (sign === "'" && !/\w/.test(line[n - 1] ?? ''))) {
      open = { quote: sign, start: n + 1 };
    }
  }
  return open && { quote: open.quote, typed: line.slice(open.start) };
}

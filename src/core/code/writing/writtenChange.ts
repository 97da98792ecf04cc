import type { TextSpan } from '../imageReference';

/** What was written into a document, in a form that finds it again after other edits and in another window. */
export interface WrittenChange {
  /** The document's URI. */
  readonly document: string;
  /** What stands there now, with `\n` at the ends of lines. */
  readonly text: string;
  /** What stood there before. */
  readonly instead: string;
}

/**
 * Where changes of one document stand in its text, each in its place; `undefined` unless every one stands there word for
 * word, and once. A text with `\r\n` holds them with that.
 */
export function findWritten(
  text: string,
  changes: readonly WrittenChange[],
): readonly TextSpan[] | undefined {
  const spans = changes.map(({ text: written }) => onlyPlace(text, withEnds(written, text)));
  const found = spans.filter((span) => span !== undefined);
  return found.length === changes.length && areApart(found) ? found : undefined;
}

/** The text as it was before the changes that stand at `spans`, and where the first of them was made. */
export function beforeWritten(
  text: string,
  changes: readonly WrittenChange[],
  spans: readonly TextSpan[],
): { readonly text: string; readonly first: TextSpan } {
  const edits = spans
    .map((span, n) => ({ ...span, n, instead: withEnds(changes[n]?.instead ?? '', text) }))
    .sort((one, other) => one.start - other.start);
  let before = '';
  let end = 0;
  let first = { start: 0, end: 0 };
  for (const edit of edits) {
    before += text.slice(end, edit.start);
    if (edit.n === 0) first = { start: before.length, end: before.length + edit.instead.length };
    before += edit.instead;
    end = edit.end;
  }
  return { text: before + text.slice(end), first };
}

/** The text with the ends of lines that `like` has. */
export function withEnds(text: string, like: string): string {
  const lines = text.replaceAll('\r\n', '\n');
  return like.includes('\r\n') ? lines.replaceAll('\n', '\r\n') : lines;
}

function onlyPlace(text: string, part: string): TextSpan | undefined {
  const start = part === '' ? -1 : text.indexOf(part);
  if (start < 0 || text.includes(part, start + 1)) return undefined;
  return { start, end: start + part.length };
}

function areApart(spans: readonly TextSpan[]): boolean {
  const sorted = spans.toSorted((one, other) => one.start - other.start);
  return sorted.every((span, n) => n === 0 || (sorted[n - 1]?.end ?? 0) <= span.start);
}

import { partLength, partStart } from '../../protocol/historyPart';

/** Rows from `first` to before `end`, counted from 0 in the whole list. */
export interface Rows {
  readonly first: number;
  readonly end: number;
}

/** Rows beyond those in sight that are there before anybody scrolls to them. */
const ahead = 30;

/** Where the part of the list is to begin that should be there for these rows in sight; nothing where the present one does. */
export function wantedStart(
  present: Rows,
  { first, end }: Rows,
  found: number,
): number | undefined {
  const isThere =
    Math.max(0, first - ahead) >= present.first && Math.min(found, end + ahead) <= present.end;
  if (isThere) return undefined;
  const start = partStart(Math.max(0, Math.round((first + end - partLength(found)) / 2)), found);
  return start === present.first ? undefined : start;
}

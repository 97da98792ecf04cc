import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { HistoryState } from '../../protocol/history';
import { indexAfter } from '../controls/useRoving';
import type { ListMove } from './keys';
import type { useListWindow } from './useListWindow';

/** The one item of a long list that has the focus, or gets it next; it need not be among those that are there. */
interface Cursor {
  readonly list: RefObject<HTMLUListElement | null>;
  /** The item that Tab leads to; none where it is not there, then Tab leads to the list. */
  readonly active: string | undefined;
  /** For an item that got the focus. */
  readonly activate: (id: string) => void;
  /** For a list that lost the focus to `next`. */
  readonly leave: (next: EventTarget | null) => void;
  /** Moves the focus, to an item that is not there yet as soon as it is. */
  readonly move: (move: ListMove) => void;
  /** Gives the focus to the item that Tab leads to. */
  readonly enter: () => void;
}

type Part = Pick<HistoryState, 'query' | 'assets' | 'start' | 'found'>;

/** Keeps one item active; when it goes while it has the focus, its neighbour gets both. */
export function useCursor(
  part: Part,
  { rowsInSight, scrollTo }: ReturnType<typeof useListWindow>,
): Cursor {
  const list = useRef<HTMLUListElement>(null);
  const [chosen, setChosen] = useState<string>();
  /** Where the chosen item is, or was when it was last there. */
  const place = useRef(0);
  const focused = useRef(false);
  const awaited = useRef<number>(undefined);

  // What is found next is another list.
  const query = useRef(part.query);
  if (query.current !== part.query) place.current = 0;
  query.current = part.query;

  const at = chosen === undefined ? -1 : part.assets.findIndex(({ id }) => id === chosen);
  const index = at === -1 ? Math.min(place.current, part.found - 1) : part.start + at;
  const active = part.assets[index - part.start]?.id;

  const focusRow = (row: number) => {
    const item = list.current?.children[row - part.start];
    awaited.current = item === undefined ? row : undefined;
    if (item instanceof HTMLElement) item.focus();
    else scrollTo(row);
  };

  useLayoutEffect(() => {
    place.current = index;
    if (awaited.current !== undefined) {
      const row = Math.min(awaited.current, part.found - 1);
      if (part.assets[row - part.start] !== undefined) focusRow(row);
    } else if (focused.current && hasLostFocus(list.current)) {
      // The item is gone, or has been scrolled out of what is there; then the list keeps the keys.
      if (active === undefined) list.current?.focus({ preventScroll: true });
      else focusRow(index);
    }
  }, [part, index]);

  return {
    list,
    active,
    activate: (id) => {
      focused.current = true;
      awaited.current = undefined;
      setChosen(id);
    },
    leave: (next) => {
      // No next element: the window lost the focus, or the focused item was removed and the focus with it.
      if (next !== null) focused.current = list.current?.contains(next as Node) ?? false;
    },
    move: (move) => {
      const { first, end } = rowsInSight();
      focusRow(target(move, awaited.current ?? index, part.found, Math.max(1, end - first - 2)));
    },
    enter: () => {
      if (part.found > 0) focusRow(index);
    },
  };
}

/** Nothing has the focus, though the window does. */
function hasLostFocus(list: HTMLElement | null): boolean {
  const { activeElement } = document;
  if (!document.hasFocus() || list === null) return false;
  return activeElement === null || activeElement === document.body;
}

/** Where a key leads in a list of `length` rows, of which `page` are seen at a time. */
function target(move: ListMove, index: number, length: number, page: number): number {
  switch (move) {
    case 'previousPage':
      return Math.max(0, index - page);
    case 'nextPage':
      return Math.min(length - 1, index + page);
    default:
      return indexAfter(move, index, length);
  }
}

import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Where the arrow keys lead in a list. */
export type Move = 'previous' | 'next' | 'first' | 'last';

/** A list of which one item at a time is in the Tab order. */
interface Roving {
  readonly list: RefObject<HTMLUListElement | null>;
  /** The item that Tab leads to. */
  readonly active: string | undefined;
  /** For an item that got the focus. */
  readonly activate: (id: string) => void;
  /** For a list that lost the focus to `next`. */
  readonly leave: (next: EventTarget | null) => void;
  /** Moves the focus. */
  readonly move: (move: Move) => void;
}

/** Keeps one of `ids` active; when it goes while it has the focus, its neighbour gets both. */
export function useRoving(ids: readonly string[]): Roving {
  const list = useRef<HTMLUListElement>(null);
  const [chosen, setChosen] = useState<string>();
  const lastIndex = useRef(0);
  const focused = useRef(false);

  const found = chosen === undefined ? 0 : ids.indexOf(chosen);
  const gone = found === -1;
  const index = gone ? Math.min(lastIndex.current, ids.length - 1) : found;

  useLayoutEffect(() => {
    lastIndex.current = index;
    if (gone && focused.current) focusItem(list.current, index);
  }, [gone, index]);

  return {
    list,
    active: ids[index],
    activate: (id) => {
      focused.current = true;
      setChosen(id);
    },
    leave: (next) => {
      // No next element: the window lost the focus, or the focused item was removed and the focus with it.
      if (next !== null) focused.current = list.current?.contains(next as Node) ?? false;
    },
    move: (move) => {
      focusItem(list.current, indexAfter(move, index, ids.length));
    },
  };
}

/** Where a key leads in the list. */
export function moveFor({ key }: Pick<KeyboardEvent, 'key'>): Move | undefined {
  switch (key) {
    case 'ArrowUp':
    case 'ArrowLeft':
      return 'previous';
    case 'ArrowDown':
    case 'ArrowRight':
      return 'next';
    case 'Home':
      return 'first';
    case 'End':
      return 'last';
    default:
      return undefined;
  }
}

/** Where a move leads from `index` in a list of `length` items. */
export function indexAfter(move: Move, index: number, length: number): number {
  switch (move) {
    case 'previous':
      return Math.max(0, index - 1);
    case 'next':
      return Math.min(length - 1, index + 1);
    case 'first':
      return 0;
    case 'last':
      return length - 1;
  }
}

function focusItem(list: HTMLUListElement | null, index: number): void {
  const item = list?.children[index];
  if (item instanceof HTMLElement) item.focus();
}

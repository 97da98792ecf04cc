import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { HistoryState } from '../../protocol/history';
import { partLength } from '../../protocol/historyPart';
import { wantedStart, type Rows } from './listWindow';

/** A row's height before the first one is drawn, in px. */
export const usualRow = 76;

/** A long list of rows of one height, of which the host sends the part around those in sight. */
interface ListWindow {
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Asks for what is missing around the rows in sight; to be called when they may be others. */
  readonly look: () => void;
  readonly rowsInSight: () => Rows;
  /** Scrolls to a row that need not be there yet. */
  readonly scrollTo: (row: number) => void;
}

/** `ask` is called with the start of the part that should be there and is not. */
export function useListWindow(state: HistoryState, ask: (start: number) => void): ListWindow {
  const scroller = useRef<HTMLDivElement>(null);
  const asked = useRef<number>(undefined);
  const row = () => scroller.current?.querySelector('li')?.offsetHeight || usualRow;
  const rowsInSight = (): Rows => {
    const { scrollTop = 0, clientHeight = 0 } = scroller.current ?? {};
    return {
      first: Math.floor(scrollTop / row()),
      end: Math.ceil((scrollTop + clientHeight) / row()),
    };
  };
  const look = () => {
    // What was asked for comes soon: nothing is asked for again while it is on its way.
    const first = asked.current ?? state.start;
    const present = { first, end: Math.min(first + partLength(state.found), state.found) };
    const wanted = wantedStart(present, rowsInSight(), state.found);
    if (wanted === undefined) return;
    asked.current = wanted;
    ask(wanted);
  };

  useEffect(() => {
    asked.current = undefined;
    look();
  }, [state]);
  useEffect(() => {
    window.addEventListener('resize', look);
    return () => {
      window.removeEventListener('resize', look);
    };
  });

  return {
    scroller,
    look,
    rowsInSight,
    scrollTo: (to) => {
      if (scroller.current !== null) scroller.current.scrollTop = to * row();
      look();
    },
  };
}

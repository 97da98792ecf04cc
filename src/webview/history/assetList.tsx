import type { RefObject } from 'preact';
import { useImperativeHandle, useLayoutEffect, useRef } from 'preact/hooks';
import type { HistoryIntent, HistoryState } from '../../protocol/history';
import { useL10n } from '../l10n';
import { memo } from '../memo';
import { AssetItem, type AssetItemActions } from './assetItem';
import { listMoveFor } from './keys';
import { useCursor } from './useCursor';
import { isIn, useDrawnPart } from './useDrawnPart';
import { useListWindow } from './useListWindow';

interface AssetListProps {
  readonly state: HistoryState;
  readonly send: (intent: HistoryIntent) => void;
  /** The row that was on top when the page was last there, to be gone back to where it is in this part. */
  readonly firstRow: number;
  /** The person has scrolled so that this row is on top. */
  readonly onRest: (firstRow: number) => void;
  readonly handle: RefObject<ListHandle | null>;
}

/** What can be asked of the list from beside it. */
export interface ListHandle {
  /** Gives the focus to the item that Tab leads to. */
  readonly enter: () => void;
}

/** The pictures that were found. Of many only a part is in the page, in its place among the others. */
export const AssetList = memo(function AssetList(props: AssetListProps) {
  const { state, send, firstRow, onRest, handle } = props;
  const l10n = useL10n();
  const { query, found } = state;
  const shown = useListWindow(state, (wanted) => {
    send({ type: 'show', query, start: wanted });
  });
  const drawn = useDrawnPart(state, firstRow);
  const cursor = useCursor(drawn, shown);
  const actions = useStable({ activate: cursor.activate, move: cursor.move, send });

  useImperativeHandle(handle, () => ({ enter: cursor.enter }));
  useLayoutEffect(() => {
    if (isIn(state, firstRow)) shown.scrollTo(firstRow);
  }, []);
  const last = useRef(query);
  useLayoutEffect(() => {
    // What is found next is another list.
    if (last.current !== query) shown.scrollTo(0);
    last.current = query;
  }, [query]);

  return (
    <div
      class="scroller"
      ref={shown.scroller}
      onScroll={shown.look}
      onScrollEnd={() => {
        onRest(shown.rowsInSight().first);
      }}
    >
      <ul
        role="list"
        aria-label={l10n.t('History')}
        ref={cursor.list}
        tabIndex={cursor.active === undefined && found > 0 ? 0 : -1}
        // Not as properties that the sheet reads: each item inherits those, and all are styled anew with them.
        style={{
          paddingTop: height(drawn.start),
          paddingBottom: height(found - drawn.start - drawn.assets.length),
        }}
        onFocusOut={(event) => {
          cursor.leave(event.relatedTarget);
        }}
        onKeyDown={(event) => {
          // A key on an item is the item's.
          const move = event.target === event.currentTarget ? listMoveFor(event) : undefined;
          if (move === undefined) return;
          event.preventDefault();
          cursor.move(move);
        }}
      >
        {drawn.assets.map((asset, index) => (
          <AssetItem
            key={asset.id}
            asset={asset}
            position={drawn.start + index + 1}
            of={found}
            active={asset.id === cursor.active}
            actions={actions}
          />
        ))}
      </ul>
    </div>
  );
});

/** What so many rows that are not there take up. */
function height(rows: number): string {
  return `calc(${rows} * var(--row))`;
}

/** The same functions for ever, which do what the latest ones do: an item is not drawn again because of them. */
function useStable(latest: AssetItemActions): AssetItemActions {
  const current = useRef(latest);
  current.current = latest;
  const stable = useRef<AssetItemActions>({
    activate: (id) => {
      current.current.activate(id);
    },
    move: (move) => {
      current.current.move(move);
    },
    send: (intent) => {
      current.current.send(intent);
    },
  });
  return stable.current;
}

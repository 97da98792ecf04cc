import { useEffect, useState } from 'preact/hooks';
import type { HistoryState } from '../../protocol/history';
import { usualRow } from './useListWindow';

type Part = Pick<HistoryState, 'query' | 'found' | 'start' | 'assets'>;

/** Whether a row, counted from 0 in the whole list, is in this part. */
export function isIn({ start, assets }: Part, row: number): boolean {
  return row >= start && row < start + assets.length;
}

/** Who types on has the next list before this is over. In ms. */
const PAUSE_MS = 150;

/**
 * What of the part is to be drawn: of another list first what can be in sight, which is a fifth of the work, and the whole
 * part once the first one has been painted, or a later one has stood for a moment: the next key does not wait for rows that
 * nobody sees. The first list is seen from `firstRow` where that is in it, another from its top.
 */
export function useDrawnPart(part: Part, firstRow: number): Part {
  const [painted, setPainted] = useState<string>();
  const { query, start, assets } = part;
  useEffect(() => {
    if (painted === undefined) {
      setPainted(query);
      return undefined;
    }
    const timer = setTimeout(() => {
      setPainted(query);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [query]);
  if (painted === query) return part;
  const before = painted === undefined && isIn(part, firstRow) ? firstRow - start : 0;
  const inSight = Math.ceil(window.innerHeight / usualRow) + 1;
  const from = Math.max(0, Math.min(before, assets.length - inSight));
  return { ...part, start: start + from, assets: assets.slice(from, from + inSight) };
}

import type { AssetAction } from '../../protocol/panel';
import { moveFor, type Move } from '../controls/useRoving';

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'metaKey'>;

/** What a key asks of an item; Cmd+Backspace is the Mac's Delete, as in the explorer. */
export function actionFor({ key, shiftKey, metaKey }: Key): AssetAction | undefined {
  if (key === 'Enter') return 'openAsset';
  if (key !== 'Delete' && !(key === 'Backspace' && metaKey)) return undefined;
  return shiftKey ? 'deleteAsset' : 'removeAsset';
}

/** Where a key leads in a list that is longer than the page. */
export type ListMove = Move | 'previousPage' | 'nextPage';

/** Where a key leads; nowhere for other keys. */
export function listMoveFor(event: Pick<KeyboardEvent, 'key'>): ListMove | undefined {
  switch (event.key) {
    case 'PageUp':
      return 'previousPage';
    case 'PageDown':
      return 'nextPage';
    default:
      return moveFor(event);
  }
}

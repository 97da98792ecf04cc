import type { AssetAction } from '../../protocol/panel';
import type { Move } from './useRoving';

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'metaKey'>;

/** Where a key leads in the list. */
export function moveFor({ key }: Key): Move | undefined {
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

/** What a key asks of an item; Cmd+Backspace is the Mac's Delete, as in the explorer. */
export function actionFor({ key, shiftKey, metaKey }: Key): AssetAction | undefined {
  if (key === 'Enter') return 'openAsset';
  if (key !== 'Delete' && !(key === 'Backspace' && metaKey)) return undefined;
  return shiftKey ? 'deleteAsset' : 'removeAsset';
}

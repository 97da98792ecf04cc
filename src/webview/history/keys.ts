import type { AssetAction } from '../../protocol/panel';

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'metaKey'>;

/** What a key asks of an item; Cmd+Backspace is the Mac's Delete, as in the explorer. */
export function actionFor({ key, shiftKey, metaKey }: Key): AssetAction | undefined {
  if (key === 'Enter') return 'openAsset';
  if (key !== 'Delete' && !(key === 'Backspace' && metaKey)) return undefined;
  return shiftKey ? 'deleteAsset' : 'removeAsset';
}

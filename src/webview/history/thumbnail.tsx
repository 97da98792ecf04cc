import type { AssetView } from '../../protocol/panel';
import { AssetPicture } from '../controls/assetPicture';
import { Icon } from '../controls/icon';

/** A picture in small; a sign where it is gone, or cannot be read. */
export function Thumbnail({ asset }: { readonly asset: AssetView }) {
  const sign = (
    <span class="thumb gone">
      <Icon name="file-media" />
    </span>
  );
  return <AssetPicture asset={asset} class="thumb" alt="" instead={sign} />;
}

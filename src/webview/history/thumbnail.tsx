import { useState } from 'preact/hooks';
import type { AssetView } from '../../protocol/panel';
import { dragAsset } from '../controls/dragAsset';
import { Icon } from '../controls/icon';

/** A picture in small, loaded when it comes near; a sign where it is gone, or cannot be read. */
export function Thumbnail({ asset: { id, src } }: { readonly asset: AssetView }) {
  const [unreadable, setUnreadable] = useState<string>();
  if (src === undefined || src === unreadable) {
    return (
      <span class="thumb gone">
        <Icon name="file-media" />
      </span>
    );
  }
  return (
    <img
      class="thumb"
      src={src}
      alt=""
      loading="lazy"
      decoding="async"
      onError={() => {
        setUnreadable(src);
      }}
      onDragStart={(event) => {
        dragAsset(event, id);
      }}
    />
  );
}

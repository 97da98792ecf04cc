import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import type { AssetView } from '../../protocol/panel';
import { dragAsset } from './dragAsset';

interface AssetPictureProps {
  readonly asset: Pick<AssetView, 'id' | 'src'>;
  readonly class: string;
  readonly alt: string;
  readonly onClick?: () => void;
  /** What stands in its place where the file is gone, or cannot be read. */
  readonly instead: ComponentChild;
}

/** A saved picture, to be dragged into code. It is loaded when it comes near, and holds nothing up while it is decoded. */
export function AssetPicture(props: AssetPictureProps) {
  const { asset, alt, onClick, instead } = props;
  const { id, src } = asset;
  // What the host tells anew is another object, and is tried again: the file may be back.
  const [unreadable, setUnreadable] = useState<typeof asset>();
  if (src === undefined || asset === unreadable) return <>{instead}</>;
  return (
    <img
      class={props.class}
      src={src}
      alt={alt}
      loading="lazy"
      decoding="async"
      onClick={onClick}
      onError={() => {
        setUnreadable(asset);
      }}
      onDragStart={(event) => {
        dragAsset(event, id);
      }}
    />
  );
}

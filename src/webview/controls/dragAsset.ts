import { assetMime } from '../../protocol/assetMime';

/** Lets a dragged picture carry its asset's id, and not the page's own address of it. */
export function dragAsset({ dataTransfer }: DragEvent, id: string): void {
  if (dataTransfer === null) return;
  dataTransfer.clearData();
  dataTransfer.setData(assetMime, id);
  dataTransfer.effectAllowed = 'copy';
}

/** What a dragged picture of the history carries: the id of its asset. A `file:` URI out of a page would not arrive. */
export const assetMime = 'application/vnd.flux-assets.asset';

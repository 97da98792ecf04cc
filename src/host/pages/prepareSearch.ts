import { setImmediate as turn } from 'node:timers/promises';

import type { AssetSearch, Searched } from '../../core/assets/assetSearch';

/** So many take a few ms. */
const AT_A_TIME = 500;

/** Makes what a first search reads of all assets, some at a time: of ten thousand it takes longer than a key is held. */
export async function prepareSearch(
  search: AssetSearch,
  assets: readonly Searched[],
): Promise<void> {
  for (let start = 0; start < assets.length; start += AT_A_TIME) {
    search.prepare(assets.slice(start, start + AT_A_TIME));
    await turn();
  }
}

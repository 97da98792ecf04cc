import type { AssetIntent, AssetView } from './panel';

/** All that the history view shows. Sent whole, newest first. */
export interface HistoryState {
  readonly assets: readonly AssetView[];
}

/** All that the history view may ask. */
export type HistoryIntent =
  { readonly type: 'ready' } | { readonly type: 'openPanel' } | AssetIntent;

import type { AssetIntent, AssetView } from './panel';

/** What the history view shows: a part of the pictures that were searched for, newest first. */
export interface HistoryState {
  /** How many pictures the history has. */
  readonly total: number;
  /** What was searched for; empty where nothing was. */
  readonly query: string;
  /** How many pictures match it. */
  readonly found: number;
  /** Where `assets` begin among them, from 0. */
  readonly start: number;
  /** `partLength` of them: short histories are whole in the page. */
  readonly assets: readonly AssetView[];
}

/** All that the history view may ask. */
export type HistoryIntent =
  { readonly type: 'ready' } | { readonly type: 'openPanel' } | ShowHistory | AssetIntent;

/** Asks for the pictures that match `query`, from `start` on. */
export interface ShowHistory {
  readonly type: 'show';
  readonly query: string;
  readonly start: number;
}

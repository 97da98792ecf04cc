import type { StateChange } from './stateChange';

/** Host to page: the whole state, or what is other than in the state before. */
export type StateMessage<State> =
  | { readonly type: 'state'; readonly version: number; readonly state: State }
  | {
      readonly type: 'change';
      readonly version: number;
      /** The state that it is a change of; a page that has another one asks for the whole with `ready`. */
      readonly since: number;
      readonly change: StateChange;
    };

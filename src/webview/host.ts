import type { StateMessage } from '../protocol/page';
import { applyChange } from '../protocol/stateChange';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare const acquireVsCodeApi: () => VsCodeApi;

/** The page's only door: states come in, intents go out, and a draft is kept over hide, move and reload. */
export interface Host<State, Intent> {
  readonly send: (intent: Intent) => void;
  /** Hears of each state, whole; what is as in the state before is the same object. */
  readonly onState: (listener: (state: State) => void) => void;
  /** What `setSaved` was last given, by this or by an older version of the page. */
  readonly getSaved: () => unknown;
  readonly setSaved: (saved: unknown) => void;
}

/** Opens the door. VS Code hands it out once per page. */
export function connectHost<State extends object, Intent>(): Host<State, Intent> {
  const api = acquireVsCodeApi();
  return {
    send: (intent) => {
      api.postMessage(intent);
    },
    onState: (listener) => {
      let last: { readonly version: number; readonly state: State } | undefined;
      window.addEventListener('message', (event: MessageEvent<unknown>) => {
        // VS Code posts from the frame around this one, which shares its origin; nobody else may speak.
        if (event.origin !== window.origin || !isStateMessage<State>(event.data)) return;
        const message = event.data;
        if (message.type === 'state') {
          last = { version: message.version, state: message.state };
        } else if (last?.version === message.since) {
          last = { version: message.version, state: applyChange(last.state, message.change) };
        } else {
          // A page without any state has asked for one and waits for it.
          if (last !== undefined) api.postMessage({ type: 'ready' });
          return;
        }
        listener(last.state);
      });
    },
    getSaved: () => api.getState(),
    setSaved: (saved) => {
      api.setState(saved);
    },
  };
}

function isStateMessage<State>(data: unknown): data is StateMessage<State> {
  if (typeof data !== 'object' || data === null || !('type' in data)) return false;
  return data.type === 'state' || data.type === 'change';
}

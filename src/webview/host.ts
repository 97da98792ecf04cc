import type { StateMessage } from '../protocol/page';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare const acquireVsCodeApi: () => VsCodeApi;

/** The page's only door: whole states come in, intents go out, and a draft is kept over hide, move and reload. */
export interface Host<State, Intent> {
  readonly send: (intent: Intent) => void;
  readonly onState: (listener: (state: State) => void) => void;
  /** What `setSaved` was last given, by this or by an older version of the page. */
  readonly getSaved: () => unknown;
  readonly setSaved: (saved: unknown) => void;
}

/** Opens the door. VS Code hands it out once per page. */
export function connectHost<State, Intent>(): Host<State, Intent> {
  const api = acquireVsCodeApi();
  return {
    send: (intent) => {
      api.postMessage(intent);
    },
    onState: (listener) => {
      window.addEventListener('message', (event: MessageEvent<unknown>) => {
        // VS Code posts from the frame around this one, which shares its origin; nobody else may speak.
        if (event.origin !== window.origin || !isState<State>(event.data)) return;
        listener(event.data.state);
      });
    },
    getSaved: () => api.getState(),
    setSaved: (saved) => {
      api.setState(saved);
    },
  };
}

function isState<State>(data: unknown): data is StateMessage<State> {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'state';
}
